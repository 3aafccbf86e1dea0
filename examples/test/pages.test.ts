import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launchBrowser, openPage } from './browser.ts'
import { codeTo, inExamples, type Running, start, startAcct } from './server.ts'

let acct: Running
let site: Running
let browser: Browser

/** A picture that is one, made by the browser itself. */
const pictureOf = (page: Page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 200, height: 200 })
    const drawing = canvas.getContext('2d')
    if (drawing) Object.assign(drawing, { fillStyle: 'teal' }).fillRect(0, 0, 200, 200)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
  })

/** Fills a form's fields by their names. */
async function fill(page: Page, form: string, fields: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${form} [name=${name}]`, value)
}

const press = (page: Page, form: string, button: string) =>
  page.locator(`#${form}`).getByRole('button', { name: button, exact: true }).click()

/** Waits until a form says something. */
const says = (page: Page, form: string, text: string) => page.locator(`#${form} output`, { hasText: text }).waitFor()

const shows = (page: Page, text: string) => page.locator('#info', { hasText: text }).waitFor()

describe.skipIf(!hasBrowser)('the browser pages', () => {
  beforeAll(async () => {
    acct = await startAcct()
    site = await start([inExamples('browser/serve.mjs')], { ACCT_URL: acct.url }, (line) => line)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    await acct?.stop()
  })

  it('index links all five', async () => {
    const { page, wrong } = await openPage(browser, site.url)
    const links = page.locator('main a')
    await links.first().waitFor()
    expect(await links.allTextContents()).toEqual(['card', 'phone', 'social', 'token', 'community'])
    expect(wrong).toEqual([])
  })

  it('card: makes an account, signs in, changes the profile with a picture, shows a QR code, signs out', async () => {
    const { page, wrong } = await openPage(browser, `${site.url}pages/card/`)
    const me = { username: 'li_lei', password: 'hanmeimei_1' }
    await fill(page, 'register', { ...me, nickname: '李雷', telephone: '13812345678' })
    await press(page, 'register', 'Create')
    await says(page, 'register', '注册成功')
    await fill(page, 'login', { ...me, password: 'wrong' })
    await press(page, 'login', 'Sign in')
    await says(page, 'login', '用户名或密码错误')
    await fill(page, 'login', me)
    await press(page, 'login', 'Sign in')
    await shows(page, '李雷')
    await fill(page, 'update', { signature: 'hello' })
    const buffer = Buffer.from(await pictureOf(page))
    await page.setInputFiles('#update [name=avatar]', { name: 'me.png', mimeType: 'image/png', buffer })
    await press(page, 'update', 'Save')
    await says(page, 'update', '更新成功')
    await shows(page, 'hello')
    await press(page, 'actions', 'Make a QR code')
    await page.waitForFunction(() => (document.querySelector('#qr') as HTMLImageElement).naturalWidth > 0)
    await page.waitForFunction(() => (document.querySelector('#avatar') as HTMLImageElement).naturalWidth === 640)
    await page.reload()
    await shows(page, 'hello')
    await press(page, 'actions', 'Sign out')
    await page.locator('#login').waitFor()
    expect(wrong).toEqual([])
  })

  it('phone: registers by code, signs in by another, sets a password', async () => {
    const { page, wrong } = await openPage(browser, `${site.url}pages/phone/`)
    const phone = '13912345678'
    const withCode = async (form: string, button: string, more: Readonly<Record<string, string>> = {}) => {
      await fill(page, form, { phone })
      await press(page, form, 'Send a code')
      await says(page, form, '注意接收')
      await fill(page, form, { code: await codeTo(acct.url, `+86${phone}`), ...more })
      await press(page, form, button)
    }
    await withCode('register', 'Create')
    await says(page, 'register', 'You can sign in now')
    await withCode('login', 'Sign in')
    await says(page, 'login', 'login successful')
    await press(page, 'logout', 'Sign out')
    await page.locator('#logout').waitFor({ state: 'hidden' })
    await withCode('password', 'Set it', { password: 'lilei_2' })
    await says(page, 'password', 'you are signed in')
    expect(wrong).toEqual([])
  })

  it('phone: says that a number has no account', async () => {
    const { page } = await openPage(browser, `${site.url}pages/phone/`)
    await fill(page, 'login', { phone: '13700000000' })
    await press(page, 'login', 'Send a code')
    await says(page, 'login', 'No account has this number')
  })

  it('social: registers, signs in, uploads a picture and sees its progress', async () => {
    const { page, wrong } = await openPage(browser, `${site.url}pages/social/`)
    const phone = '13612345678'
    await fill(page, 'register', { phone })
    await press(page, 'register', 'Send a code')
    await says(page, 'register', 'on its way')
    const verifycode = await codeTo(acct.url, `+86${phone}`)
    await fill(page, 'register', { verifycode, password: 'short' })
    await press(page, 'register', 'Create')
    await says(page, 'register', '密码不符合规则')
    await fill(page, 'register', { password: 'hanmeimei1' })
    await press(page, 'register', 'Create')
    await says(page, 'register', 'You can sign in now')
    await fill(page, 'login', { account: phone, password: 'hanmeimei1' })
    await press(page, 'login', 'Sign in')
    await shows(page, phone)
    const buffer = Buffer.from(await pictureOf(page))
    await page.setInputFiles('#picture [name=image]', { name: 'me.png', mimeType: 'image/png', buffer })
    await press(page, 'picture', 'Upload')
    await says(page, 'picture', 'Your picture is set')
    expect(await page.locator('#sent').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(1)
    await page.waitForFunction(() => (document.querySelector('#avatar') as HTMLImageElement).naturalWidth === 100)
    await fill(page, 'update', { name: '小明' })
    await press(page, 'update', 'Save')
    await shows(page, '小明')
    expect(wrong).toEqual([])
  })

  it('token: registers, keeps its tokens over a reload, and goes on when the access token is over', async () => {
    const { page, wrong } = await openPage(browser, `${site.url}pages/token/`)
    const phone = '13512345678'
    await page.locator('#register [name=username]').pressSequentially('xiaoming')
    await page.locator('#free', { hasText: 'This name is free' }).waitFor()
    await fill(page, 'register', { password: 'hanmeimei_1', phone })
    await press(page, 'register', 'Send a code')
    await says(page, 'register', 'on its way')
    await fill(page, 'register', { verify_code: await codeTo(acct.url, `+86${phone}`) })
    await press(page, 'register', 'Create')
    await says(page, 'register', '注册成功')
    await fill(page, 'login', { loginName: phone, password: 'hanmeimei_1' })
    await press(page, 'login', 'Sign in')
    await shows(page, 'xiaoming')
    // As it is a quarter of an hour later: the access token is worth nothing, the refresh token is good.
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage)) {
        localStorage.setItem(name, (localStorage.getItem(name) ?? '').replace(/acct_a_\w/, 'acct_a_x'))
      }
    })
    await page.reload()
    await shows(page, 'xiaoming')
    await fill(page, 'statement', { new_statement: 'hello' })
    await press(page, 'statement', 'Save')
    await shows(page, 'hello')
    await press(page, 'logout', 'Forget both')
    await page.locator('#login').waitFor()
    expect(wrong).toEqual([])
  })

  it('community: comes in by code, follows, shows its number', async () => {
    const other = await openPage(browser, `${site.url}pages/community/`)
    const idOf = async (page: Page, phone: string) => {
      await fill(page, 'login', { phone })
      await press(page, 'login', 'Send a code')
      await says(page, 'login', 'on its way')
      await fill(page, 'login', { smscode: await codeTo(acct.url, `+${phone}`) })
      await press(page, 'login', 'Come in')
      await shows(page, phone)
      return (await page.locator('#info dd').first().textContent()) ?? ''
    }
    const id = await idOf(other.page, '8613411111111')
    const { page, wrong } = await openPage(browser, `${site.url}pages/community/`)
    await idOf(page, '8613422222222')
    await fill(page, 'follow', { id })
    await press(page, 'follow', 'Follow')
    await shows(page, id)
    await press(page, 'follow', 'Follow')
    await says(page, 'follow', 'You follow them already')
    await page.check('[name=is_display_phone]')
    await press(page, 'privacy', 'Save')
    await says(page, 'privacy', 'Saved')
    await page.reload()
    await page.locator('[name=is_display_phone]:checked').waitFor()
    await press(page, 'logout', 'Sign out')
    await page.locator('#login').waitFor()
    expect(wrong).toEqual([])
  })
})
