import { createAccount, lockAccount, setPrivacy, signInWithPassword, updateProfile } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardClient } from './support/cardDriver.ts'
import { rawGet } from './support/rawGet.ts'
import { startTestServer, type TestServer } from './support/server.ts'

let test: TestServer

beforeAll(async () => {
  test = await startTestServer()
})
afterAll(() => test.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(test.url + path, { headers })

async function account(username: string, nickname?: string): Promise<number> {
  const created = await createAccount(test.server.core, {
    username,
    password: 'right_1',
    ...(nickname && { nickname }),
  })
  if (created.kind !== 'created') throw new Error(created.kind)
  return created.accountId
}

describe('/u/<id>', () => {
  it('shows name, picture and signature, and runs nothing', async () => {
    const id = await account('page_1', '<script>alert(1)</script>&"\'')
    const card = cardClient(test.url)
    await card.login({ username: 'page_1', password: 'right_1' })
    expect((await card.updateInfo({ signature: '</p><img src=x onerror=alert(1)>' })).outcome).toBe('ok')
    const page = await get(`/u/${id}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await page.text()
    expect(html).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;</h1>')
    expect(html).toContain('&lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toContain('src="/files/default-avatar.png"')
    expect(html).not.toMatch(/<script|<img src=x/)
    expect(html).not.toContain('page_1')
  })

  it('is the page that the QR code opens', async () => {
    const { default: QRCode } = await import('qrcode')
    const id = await account('page_2', '李雷')
    const card = cardClient(test.url)
    await card.login({ username: 'page_2', password: 'right_1' })
    const location = new URL(String((await card.createQR()).headers?.get('content-location')))
    const shown = Buffer.from(await (await get(location.pathname)).arrayBuffer())
    const link = `http://localhost:${new URL(test.url).port}/u/${id}`
    expect(shown.equals(await QRCode.toBuffer(link, { scale: 10, errorCorrectionLevel: 'M' }))).toBe(true)
    expect(await (await get(new URL(link).pathname)).text()).toContain('<h1>李雷</h1>')
  })

  it('shows a number, an e-mail and a birthday where their owner does, in the reader’s language', async () => {
    const { core } = test.server
    const phone = '+8613812345678'
    const email = "o'brien&co@example.com"
    const created = await createAccount(core, { username: 'page_4', password: 'right_1', phone, email })
    if (created.kind !== 'created') throw new Error(created.kind)
    const signedIn = await signInWithPassword(core, { identifier: 'page_4', password: 'right_1' })
    if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind)
    const { session } = signedIn.session
    await updateProfile(core, { session, changes: { birthday: Date.UTC(1999, 11, 31, 16) } })
    const page = async (privacy: Parameters<typeof setPrivacy>[1]['privacy'], language = 'en') => {
      await setPrivacy(core, { session, privacy })
      return (await get(`/u/${created.accountId}`, { 'accept-language': language })).text()
    }
    const details = (html: string) => Array.from(html.matchAll(/<p>(.*)<\/p>/g), ([, text]) => text)

    const hidden = await page({})
    expect(details(hidden)).toEqual([])
    expect(details(await page({ showsPhone: true }))).toEqual(['Phone: 13812345678'])
    expect(details(await page({ showsPhone: false, showsEmail: true }))).toEqual([
      'E-mail: o&#39;brien&amp;co@example.com',
    ])
    expect(details(await page({ showsPhone: true, showsBirthday: true }, 'zh-CN'))).toEqual([
      '手机：13812345678',
      '邮箱：o&#39;brien&amp;co@example.com',
      '生日：2000-01-01',
    ])
    expect(await page({ showsPhone: false, showsEmail: false, showsBirthday: false })).toBe(hidden)
    const bare = await account('page_5')
    const ids = new RegExp(`${bare}|${created.accountId}`, 'g')
    expect((await (await get(`/u/${bare}`)).text()).replace(ids, 'id')).toBe(hidden.replace(ids, 'id'))
  })

  it('says so where nobody is, in the reader’s language', async () => {
    const id = await account('page_3')
    await lockAccount(test.server.core, { accountId: id })
    for (const path of [`/u/${id}`, '/u/1', '/u/0', '/u/abc', '/u/99999999999999999999', '/u/1e3']) {
      expect((await get(path)).status).toBe(404)
    }
    expect(await (await get('/u/1', { 'accept-language': 'zh-CN,zh;q=0.9' })).text()).toContain('没有这个用户')
    expect(await (await get('/u/1', { 'accept-language': 'de, en;q=0.5, zh;q=0.4' })).text()).toContain('Nobody here')
  })
})

describe('other addresses', () => {
  it('/healthz and /readyz tell the truth', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await get(path)
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
    }
  })

  it('/files has the default picture and no way out', async () => {
    const picture = await get('/files/default-avatar.png')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    for (const path of [
      '/files/..%2f..%2fpackage.json',
      '/files/nothing',
      '/files/',
      '/files/aaaaaaaaaaaaaaaaaaaaaa.png',
    ]) {
      expect((await get(path)).status).toBe(404)
    }
  })

  it('/docs and /openapi show the contract', async () => {
    const docs = await get('/docs/card')
    expect(docs.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await docs.text()).toContain('/user/login')
    const openapi = (await (await get('/openapi/card.json')).json()) as { openapi: string; paths: object }
    expect(openapi.openapi).toMatch(/^3\.1\./)
    expect(Object.keys(openapi.paths)).toContain('/user/createQR')
  })

  it('/dev/inbox.json is for this machine only', async () => {
    expect(await (await get('/dev/inbox.json')).json()).toEqual({ messages: [] })
    expect((await get('/dev/inbox.json', { 'x-forwarded-for': '203.0.113.1' })).status).toBe(404)
    // A foreign page whose name its owner leads to this machine.
    const { port } = new URL(test.url)
    for (const [host, status] of Object.entries({
      localhost: 200,
      'evil.example': 404,
      'localhost.evil.example': 404,
    })) {
      expect((await rawGet(`${test.url}/dev/inbox.json`, { host: `${host}:${port}` })).status, host).toBe(status)
    }
    const off = await startTestServer({ ACCT_SMS: 'off', ACCT_EMAIL: 'off' })
    expect((await fetch(`${off.url}/dev/inbox.json`)).status).toBe(404)
    await off.stop()
  })

  it('unknown ones are not found', async () => {
    const answer = await get('/nothing')
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not found' }])
  })
})
