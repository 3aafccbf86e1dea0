import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommunityWorld, communityWorld, error, passwd } from './support/communityWorld.ts'
import { messagesTo } from './support/inbox.ts'

const changed = 'changed_456'

let world: CommunityWorld
beforeAll(async () => {
  world = await communityWorld()
})
afterAll(() => world.test.stop())

/** Somebody who has asked for a link, and where it leads. */
async function linked() {
  const { reachable, newcomer, codeTo, test } = world
  const person = await reachable()
  const { email } = person
  await newcomer().getPasswd({ email, smscode: await codeTo({ email }) })
  const [message] = await messagesTo(test.server.core, email)
  const link = new URL(/https?:\S+/.exec(message?.text ?? '')?.[0] ?? '')
  const ticket = link.searchParams.get('ticket') ?? ''
  return { ...person, ticket, link }
}

/** A page as a browser in a language sees it. */
async function look(ticket: string, language = 'en', method = 'GET') {
  const headers = { 'accept-language': language }
  const response = await fetch(`${world.test.url}/reset-password?ticket=${ticket}`, { headers, method })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

async function send(fields: Record<string, string>, language = 'en') {
  const headers = { 'accept-language': language }
  const body = new URLSearchParams(fields)
  const response = await fetch(`${world.test.url}/reset-password`, { method: 'POST', headers, body })
  return { status: response.status, html: await response.text() }
}

describe('the page behind a link', () => {
  it('is where the link leads; it speaks Chinese and English', async () => {
    const { link, ticket } = await linked()
    expect(link.pathname).toBe('/reset-password')
    const english = await look(ticket)
    expect(english.status).toBe(200)
    expect(english.html).toContain('<html lang="en">')
    expect(english.html).toContain('<h1>Set a new password</h1>')
    const chinese = await look(ticket, 'zh-CN,zh;q=0.9,en;q=0.8')
    expect(chinese.html).toContain('<html lang="zh-CN">')
    expect(chinese.html).toContain('<h1>设置新密码</h1>')
  })

  it('is kept nowhere, framed nowhere, and tells nobody where it was', async () => {
    const { ticket } = await linked()
    const { headers, html } = await look(ticket)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
    )
    expect(html).not.toMatch(/<script|<link|src=|href=/)
    expect(JSON.stringify(world.test.logged())).not.toContain(ticket)
  })

  it('sets the password once; looking at it before uses nothing up', async () => {
    const { ticket, username, client } = await linked()
    for (const method of ['GET', 'HEAD', 'GET']) expect((await look(ticket, 'en', method)).status).toBe(200)
    const done = await send({ ticket, passwd: changed, again: changed })
    expect(done).toMatchObject({ status: 200, html: expect.stringContaining('Your password is set') })
    expect(await client.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
    expect(await world.newcomer().login({ username, passwd })).toMatchObject(error(3))
    expect(await world.newcomer().login({ username, passwd: changed })).toMatchObject(error(0))
    const again = await send({ ticket, passwd, again: passwd }, 'zh')
    expect(again).toMatchObject({ status: 404, html: expect.stringContaining('链接已失效') })
    expect(await look(ticket)).toMatchObject({ status: 404, html: expect.stringContaining('This link is over') })
    expect(await world.newcomer().login({ username, passwd: changed })).toMatchObject(error(0))
  })

  it('says what is wrong with the passwords, and lets the caller try again', async () => {
    const { ticket, username } = await linked()
    for (const [fields, words] of [
      [{ passwd: changed, again: passwd }, 'The two passwords differ.'],
      [{ passwd: 'short', again: 'short' }, 'This password can not be used'],
      [{ passwd: '', again: '' }, 'This password can not be used'],
    ] as const) {
      const { status, html } = await send({ ticket, ...fields })
      expect(status).toBe(400)
      expect(html).toContain(`<p role="alert" id="mistake">${words}`)
      expect(html).toContain('aria-invalid="true" aria-describedby="mistake rule"')
      expect(html).toContain(ticket)
      expect(html).not.toContain('changed_456')
    }
    expect(await world.newcomer().login({ username, passwd })).toMatchObject(error(0))
    expect((await send({ ticket, passwd: changed, again: changed })).status).toBe(200)
  })

  it('tells no more of a ticket that is none than that it is over', async () => {
    for (const ticket of ['', 'x', `acct_t_${'x'.repeat(43)}`, '"><script>']) {
      const { status, html } = await look(encodeURIComponent(ticket))
      expect(status).toBe(404)
      expect(html).toContain('This link is over')
      expect(html).not.toContain('<script')
      for (const fields of [
        { passwd, again: passwd },
        { passwd, again: 'other_1' },
      ]) {
        expect((await send({ ticket, ...fields })).status).toBe(404)
      }
    }
    expect((await fetch(`${world.test.url}/reset-password?ticket=a&ticket=b`)).status).toBe(404)
  })
})

it('the link leads elsewhere where the operator says so', async () => {
  const other = await communityWorld('JSON', { ACCT_RESET_URL: 'https://app.example.com/#/reset/{ticket}' })
  const { reachable, newcomer, codeTo, test } = other
  const { email } = await reachable()
  await newcomer().getPasswd({ email, smscode: await codeTo({ email }) })
  const [message] = await messagesTo(test.server.core, email)
  const ticket = /https:\/\/app\.example\.com\/#\/reset\/(acct_t_[\w-]{43})\b/.exec(message?.text ?? '')?.[1]
  expect(await newcomer().resetPasswd({ ticket, passwd: changed })).toMatchObject(error(0))
  await test.stop()
})
