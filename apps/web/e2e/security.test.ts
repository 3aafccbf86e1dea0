import { describe, expect, it } from 'vitest'
import { codeTo, newEmail, newPhone, password, somebody } from './support/people.ts'
import { settings, visit } from './support/visit.ts'

describe.each(settings)('sign-in and security, $name', (setting) => {
  it('changes the password by a code to one’s own address', async () => {
    const email = newEmail()
    const person = await somebody({ phone: newPhone(), email })
    const { m, page, open, look, field, fill, press, sees, isAt, end } = await visit(setting, person)
    await open('/account/security')
    await isAt(m.security.title)
    await field(m.security.codeTo).selectOption(email)
    await look('security')
    await press(m.fields.sendCode)
    await sees(m.fields.codeSent)
    await fill(m.fields.code, await codeTo(email))
    await fill(m.fields.newPassword, 'lilei_22')
    await fill(m.fields.passwordAgain, 'lilei_33')
    await press(m.security.submit)
    await sees(m.missing.passwordsDiffer)
    await look('security-differ')
    await fill(m.fields.passwordAgain, 'lilei_22')
    await press(m.security.submit)
    await sees(m.security.changed)

    await page.getByRole('main').getByRole('button', { name: m.signOut }).click()
    await isAt(m.signIn.title)
    await fill(m.fields.identifier, email)
    await fill(m.fields.password, 'lilei_22')
    await press(m.signIn.submit)
    // Back where one was.
    await isAt(m.security.title)
    expect(new URL(page.url()).pathname).toBe('/account/security')
    await end()
  })

  it('changes it by the present one, where there is no address, and ends the other sessions', async () => {
    const person = await somebody()
    const { m, open, look, fill, press, sees, end } = await visit(setting, person)
    await open('/account/security')
    await sees(m.security.noAddress)
    await look('security-no-address')
    await fill(m.fields.currentPassword, 'wrong_123')
    await fill(m.fields.newPassword, 'lilei_22')
    await fill(m.fields.passwordAgain, 'lilei_22')
    await press(m.security.submit)
    await sees(m.security.modifyPassword.failed)
    await fill(m.fields.currentPassword, password)
    await press(m.security.submit)
    await sees(m.security.changed)
    // The browser goes on in a fresh session; the one that it came with is over.
    expect((await person.client.getOwnInfo({})).outcome).toBe('notSignedIn')
    await end()
  })
})
