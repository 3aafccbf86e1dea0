import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { codeTo, messagesTo, newEmail, newPhone, otherThan, somebody } from './support/people.ts'
import { settings, visit } from './support/visit.ts'

/** The button that opens the form of an address. */
const opener = (page: Page, what: string) => page.getByRole('button', { name: new RegExp(`${what}$`) }).first()

/** Has both codes sent: to the new address, and to the one that shows whose account it is. */
async function sendBoth(page: Page, sendCode: string): Promise<void> {
  const buttons = page.getByRole('button', { name: sendCode, exact: true })
  for (const left of [2, 1]) {
    await expect.poll(() => buttons.count()).toBe(left)
    await buttons.first().click()
  }
}

describe.each(settings)('phone and e-mail, $name', (setting) => {
  it('are added with the code that was sent to them', async () => {
    const person = await somebody()
    const phone = newPhone()
    const { m, page, open, look, fill, press, sees, isAt, end } = await visit(setting, person)
    await open('/account/addresses')
    await isAt(m.addresses.title)
    await sees(m.unset)
    await look('addresses')
    await opener(page, m.addresses.phone).click()
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
    await page.getByText(m.addresses.verified, { exact: true }).waitFor()
    expect((await person.client.getOwnInfo({})).body).toMatchObject({ phone: `86${phone}` })
    await end()
  })

  it('are added to another one with a code to that as well', async () => {
    const [phone, email] = [newPhone(), newEmail()]
    const person = await somebody({ phone })
    const { m, page, open, look, fill, press, sees, end } = await visit(setting, person)
    await open('/account/addresses')
    await opener(page, m.addresses.email).click()
    await fill(m.addresses.email, email)
    await sendBoth(page, m.fields.sendCode)
    await expect.poll(() => messagesTo(`+86${phone}`)).toHaveLength(2)
    await fill(m.addresses.newCode, await codeTo(email))
    const ownCode = await codeTo(`+86${phone}`)
    await fill(m.addresses.ownCode, otherThan(ownCode))
    await press(m.addresses.addEmail)
    await sees(m.addresses.eitherCodeWrong)
    await look('addresses-two-codes')
    await fill(m.addresses.ownCode, ownCode)
    await press(m.addresses.addEmail)
    await sees(email)
    await expect.poll(() => page.getByText(m.addresses.verified, { exact: true }).count()).toBe(2)
    await look('addresses-verified')
    expect((await person.client.getOwnInfo({})).body).toMatchObject({ phone: `86${phone}`, mail: email })
    await end()
  })

  it('that somebody else has verified are refused, and so is one’s own again', async () => {
    const [taken, own] = [newPhone(), newPhone()]
    await somebody({ phone: taken })
    const person = await somebody({ phone: own })
    const { m, page, open, look, fill, press, sees, end } = await visit(setting, person)
    await open('/account/addresses')
    await opener(page, m.addresses.phone).click()
    await fill(m.addresses.newPhone, own)
    await press(m.addresses.changePhone)
    await sees(m.addresses.same)
    await fill(m.addresses.newPhone, taken)
    await sendBoth(page, m.fields.sendCode)
    await expect.poll(() => messagesTo(`+86${own}`)).toHaveLength(2)
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
