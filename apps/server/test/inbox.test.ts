import {
  createAccount,
  requestChangeCode,
  requestIdentityCode,
  requestRegistrationCode,
  requestResetLink,
} from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

let test: TestServer

beforeAll(async () => {
  test = await startTestServer({ ACCT_SERVICE_NAME: '<b>"acct"' })
})
afterAll(() => test.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(test.url + path, { headers })

const mobile = '+8613812345678'
const email = { shown: 'Li.Lei+test@example.com', key: 'li.lei+test@example.com' }

async function messages(query = '') {
  const answer = await get(`/dev/inbox.json${query}`)
  return ((await answer.json()) as { messages: Record<string, unknown>[] }).messages
}

describe('the inbox', () => {
  it('invites to ask for a code while it is empty', async () => {
    const page = await get('/dev/inbox', { 'accept-language': 'en' })
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('Nothing yet.')
    expect(await messages()).toEqual([])
  })

  it('shows what was sent, newest first, as a page and as JSON', async () => {
    const { core } = test.server
    await requestRegistrationCode(core, { phone: mobile, source: 's', whenTaken: 'tellOwner' })
    await requestChangeCode(core, { address: { kind: 'email', email }, source: 's' })
    const [newer, older] = await messages()
    expect(newer).toEqual({
      id: expect.any(Number),
      channel: 'email',
      to: email.shown,
      scope: 'change',
      code: expect.stringMatching(/^\d{6}$/),
      text: expect.stringContaining(String(newer?.code)),
      at: test.clock.now(),
    })
    expect(older).toMatchObject({ channel: 'sms', to: mobile, scope: 'register' })

    const html = await (await get('/dev/inbox', { 'accept-language': 'zh' })).text()
    expect(html.match(/<output>\d{6}/g)).toEqual([`<output>${newer?.code}`, `<output>${older?.code}`])
    expect(html).toContain(`data-code="${newer?.code}"`)
    expect(html).toContain(`<strong>${email.shown}</strong>`)
    for (const word of ['短信', '邮件', '注册']) expect(html).toContain(word)
  })

  it('runs its own script and nothing else', async () => {
    const page = await get('/dev/inbox')
    const html = await page.text()
    expect(html).toContain('&lt;b&gt;&quot;acct&quot;')
    expect(html).not.toContain('<b>')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; connect-src 'self';/,
    )
    expect(policy).not.toContain('unsafe')
    for (const element of ['script', 'style']) {
      const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? ''
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content))
      expect(policy).toContain(`${element}-src 'sha256-${Buffer.from(digest).toString('base64')}'`)
    }
  })

  it.each([
    ['a number with a plus as it is', `?to=${mobile}`, mobile],
    ['an encoded number', `?to=${encodeURIComponent(mobile)}`, mobile],
    ['an e-mail address in any case, with a plus', '?to=li.lei+test@EXAMPLE.com', email.shown],
    ['nobody', '?to=', email.shown],
  ])('finds what was sent to %s', async (_, query, to) => {
    expect((await messages(query))[0]?.to).toBe(to)
    expect(await (await get(`/dev/inbox${query}`)).text()).toContain(`<strong>${to}</strong>`)
    expect(await messages('?to=+8613912345678')).toEqual([])
  })

  it('strikes a code out once it has expired', async () => {
    expect(await (await get('/dev/inbox')).text()).not.toContain('class="over"')
    test.clock.advance(10 * 60_000)
    expect((await (await get('/dev/inbox')).text()).match(/class="over"/g)).toHaveLength(2)
  })

  it('opens a link that resets a password', async () => {
    const { core } = test.server
    await createAccount(core, { email: 'han@example.com' })
    const address = { kind: 'email', email: { shown: 'han@example.com', key: 'han@example.com' } } as const
    await requestIdentityCode(core, { address, source: 's' })
    await requestResetLink(core, { address, code: String((await messages())[0]?.code) })
    const [newest] = await messages()
    expect(newest).toMatchObject({ to: 'han@example.com', scope: null, code: null })
    const link = /http\S+acct_t_[\w-]{43}$/.exec(String(newest?.text))?.[0]
    expect(await (await get('/dev/inbox')).text()).toContain(`<a href="${link}" rel="noreferrer">${link}</a>`)
  })

  it.each(['/dev/inbox', '/dev/inbox.json'])('%s is for this machine only', async (path) => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      expect((await get(path, { [header]: '203.0.113.1' })).status).toBe(404)
    }
    const off = await startTestServer({ ACCT_SMS: 'off', ACCT_EMAIL: 'off' })
    expect((await fetch(off.url + path)).status).toBe(404)
    await off.stop()
  })
})
