import { describe, expect, it } from 'vitest'
import { codeTo, newEmail, newPhone, otherThan, somebody } from './support/people.ts'
import { settings, visit } from './support/visit.ts'

describe.each(settings)('phone and e-mail, $name', (setting) => {
  it('are added with their codes: the second one with a code to the first as well', async () => {
    const person = await somebody()
    const [phone, email] = [newPhone(), newEmail()]
    const { m, page, open, look, fill, press, sees, isAt, end } = await visit(setting, person)
    const opener = (what: string) => page.getByRole('button', { name: new RegExp(`${what}$`) }).first()
    await open('/account/addresses')
    await isAt(m.addresses.title)
    await sees(m.unset)
    await look('addresses')
    await opener(m.addresses.phone).click()
    await fill(m.addresses.phone, phone)
    await press(m.fields.sendCode)
    await sees(m.fields.codeSent)
    const code = await codeTo(`+86${phone}`)
    await fill(m.fields.code, otherThan(code))
    await press(m.addresses.addPhone)
    await sees(m.profile.setOwnInfo.codeWrong)
    await look('addresses-wrong-code')
    await fill(m.fields.code, code)
    await press(m.addresses.addPhone)
    await sees(m.addresses.changed)
    await sees(m.addresses.verified)

    await opener(m.addresses.email).click()
    await fill(m.addresses.email, email)
    await page.getByRole('button', { name: m.fields.sendCode, exact: true }).first().click()
    await sees(m.fields.codeSent)
    await page.getByRole('button', { name: m.fields.sendCode, exact: true }).click()
    await expect.poll(async () => (await person.client.getOwnInfo({})).outcome).toBe('ok')
    await expect.poll(() => codeTo(`+86${phone}`).catch(() => '')).not.toBe(code)
    await fill(m.addresses.newCode, await codeTo(email))
    await fill(m.addresses.ownCode, await codeTo(`+86${phone}`))
    await look('addresses-two-codes')
    await press(m.addresses.addEmail)
    await sees(email)
    await expect.poll(() => page.getByText(m.addresses.verified, { exact: true }).count()).toBe(2)
    await look('addresses-verified')
    const info = await person.client.getOwnInfo({})
    // The session that the SDK holds was opened elsewhere: the change of an address ended it, or it is the same.
    expect(info.outcome === 'ok' ? info.body.mail : 'notSignedIn').toMatch(/@|notSignedIn/)
    await end()
  })

  it('that somebody else has verified are refused, and so is one’s own again', async () => {
    const [taken, own] = [newPhone(), newPhone()]
    await somebody({ phone: taken })
    const person = await somebody({ phone: own })
    const { m, page, open, look, fill, press, sees, end } = await visit(setting, person)
    await open('/account/addresses')
    await page
      .getByRole('button', { name: new RegExp(`${m.addresses.phone}$`) })
      .first()
      .click()
    await fill(m.addresses.newPhone, own)
    await press(m.addresses.changePhone)
    await sees(m.addresses.same)
    await fill(m.addresses.newPhone, taken)
    const before = await codeTo(`+86${own}`)
    for (const left of [2, 1]) {
      const buttons = page.getByRole('button', { name: m.fields.sendCode, exact: true })
      await expect.poll(() => buttons.count()).toBe(left)
      await buttons.first().click()
    }
    await expect.poll(() => codeTo(`+86${own}`)).not.toBe(before)
    await fill(m.addresses.newCode, await codeTo(`+86${taken}`))
    await fill(m.addresses.ownCode, await codeTo(`+86${own}`))
    await press(m.addresses.changePhone)
    await sees(m.profile.setOwnInfo.taken)
    await look('addresses-taken')
    await press(m.cancel)
    await sees(own.replace(/(...)(....)(....)/, '$1 $2 $3'))
    await end()
  })
})
