import { describe, expect, it } from 'vitest'
import { codeTo, messagesTo, newEmail, newPhone, otherThan, somebody } from './support/people.ts'
import { settings, visit } from './support/visit.ts'

/** The words of the server’s own page, which has no script and so no way to share those of the account centre. */
const resetPage = {
  zh: {
    title: '设置新密码',
    password: '新密码',
    again: '再输入一次',
    differ: '两次输入的密码不一致。',
    done: '密码已更新',
    over: '链接已失效',
  },
  en: {
    title: 'Set a new password',
    password: 'New password',
    again: 'Once more',
    differ: 'The two passwords differ.',
    done: 'Your password is set',
    over: 'This link is over',
  },
} as const

describe.each(settings)('a forgotten password, $name', (setting) => {
  it('is replaced by a link that is sent after the right code, with the keyboard alone', async () => {
    const phone = newPhone()
    const { username } = await somebody({ phone })
    const { m, page, open, look, field, fill, press, follow, sees, isAt, expectComplaint, end } = await visit(setting)
    const words = resetPage[setting.language]
    await open('/')
    await follow(m.signIn.forgot)
    await isAt(m.forgot.title)
    await look('forgot')
    await press(m.forgot.submit)
    await sees(m.missing.phoneOrEmail)
    await fill(m.fields.phoneOrEmail, phone)
    await press(m.fields.sendCode)
    await sees(m.fields.codeSent)
    const code = await codeTo(`+86${phone}`)
    await fill(m.fields.code, otherThan(code))
    await press(m.forgot.submit)
    await sees(m.forgot.getPasswd.codeWrong)
    await look('forgot-wrong-code')
    await fill(m.fields.code, code)
    await press(m.forgot.submit)
    await isAt(m.forgot.sentTitle)
    await look('forgot-sent')

    const [message] = await messagesTo(`+86${phone}`)
    const link = /https?:\/\/\S+ticket=[\w-]+/.exec(message?.text ?? '')?.[0] ?? ''
    await page.goto(link)
    await isAt(words.title)
    await look('reset-password')
    const type = async (text: string) => {
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
    }
    // The refused form is answered with 400, which the browser notes.
    expectComplaint(/status of 40[04]/)
    await type('lilei_22')
    await type('lilei_33')
    await page.keyboard.press('Enter')
    await sees(words.differ)
    await look('reset-password-differ')
    await type('lilei_22')
    await type('lilei_22')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await isAt(words.done)
    await look('reset-password-done')
    await page.goto(link)
    await isAt(words.over)
    await look('reset-password-over')

    await open('/')
    await fill(m.fields.identifier, username)
    await fill(m.fields.password, 'right_123')
    await press(m.signIn.submit)
    await sees(m.signIn.login.passwordWrong)
    await field(m.fields.password).fill('lilei_22')
    await press(m.signIn.submit)
    await isAt(m.social.home.hello(username))
    await end()
  })

  it('of an address without an account is told after the right code', async () => {
    const email = newEmail()
    const { m, page, open, fill, press, sees, end } = await visit(setting)
    await open('/account/forgot')
    await fill(m.fields.phoneOrEmail, email)
    await press(m.fields.sendCode)
    await sees(m.fields.codeSent)
    await fill(m.fields.code, await codeTo(email))
    await press(m.forgot.submit)
    await sees(m.forgot.getPasswd.accountMissing)
    expect(await page.locator('[aria-invalid]').count()).toBe(1)
    await end()
  })
})
