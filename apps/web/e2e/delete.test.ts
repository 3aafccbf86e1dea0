import { describe, expect, it } from 'vitest'
import { codeTo, newPhone, otherThan, password, somebody } from './support/people.ts'
import { settings, visit } from './support/visit.ts'

describe.each(settings)('deleting the account, $name', (setting) => {
  it('takes a code and a word, and then it is gone', async () => {
    const phone = newPhone()
    const person = await somebody({ phone })
    const { m, open, look, fill, press, sees, isAt, end } = await visit(setting, person)
    const words = m.social.delete
    await open('/account/delete')
    await isAt(words.title)
    await press(m.fields.sendCode)
    await sees(m.fields.codeSent)
    await press(words.submit)
    await sees(m.missing.code)
    await look('delete')
    const code = await codeTo(`+86${phone}`)
    await fill(m.fields.code, otherThan(code))
    await press(words.submit)
    await sees(words.confirmMissing(words.word))
    await fill(words.confirm(words.word), words.word)
    await press(words.submit)
    await sees(words.dropout.codeWrong)
    await look('delete-wrong-code')
    expect((await person.client.getOwnInfo({})).outcome).toBe('ok')
    await fill(m.fields.code, code)
    await press(words.submit)
    await isAt(m.signIn.title)
    await sees(words.done)
    expect((await person.client.getOwnInfo({})).outcome).toBe('notSignedIn')
    await fill(m.fields.identifier, person.username)
    await fill(m.fields.password, password)
    await press(m.signIn.submit)
    await sees(m.signIn.login.notRegistered)
    await end()
  })

  it('needs an address to send the code to', async () => {
    const person = await somebody()
    const { m, open, look, follow, sees, isAt, end } = await visit(setting, person)
    await open('/account/delete')
    await sees(m.social.delete.noAddress)
    await look('delete-no-address')
    await follow(m.social.delete.toAddresses)
    await isAt(m.addresses.title)
    await end()
  })
})
