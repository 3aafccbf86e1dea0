import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

let test: TestServer

beforeAll(async () => {
  test = await startTestServer({
    ACCT_CORS_ORIGINS: 'https://app.example.com',
    ACCT_ROOT_VARIANT: 'card',
    ACCT_HOSTS: 'card=card.example.com',
  })
})
afterAll(() => test.stop())

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const badRequest = [400, { msg: '请求格式不正确' }]
const refused = [200, { msg: '用户名或密码错误' }]

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(test.url + path, { method: 'POST', ...init })
  const text = await response.text()
  return [response.status, text === '' ? null : JSON.parse(text), response.headers] as const
}

const login = async (body: RequestInit['body'], headers: Record<string, string> = json) =>
  (await call('/card/user/login', { body: body ?? null, headers })).slice(0, 2)

/** Speaks HTTP by hand, for what no client library would send. */
const raw = (request: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(test.url).port), '127.0.0.1', () => socket.end(request))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer)).on('error', reject)
  })

async function signedIn(username: string): Promise<string> {
  const person = { username, password: 'right_1', nickname: 'n', telephone: '13812345678' }
  await call('/card/user/register', { body: JSON.stringify(person), headers: json })
  const [, , headers] = await call('/card/user/login', { body: JSON.stringify(person), headers: json })
  return String(headers.getSetCookie()[0]?.split(';')[0])
}

describe('bodies', () => {
  it('are taken as JSON, URL-encoded and multipart', async () => {
    const person = { username: 'three_ways', password: 'right_1', nickname: '李雷', telephone: '13812345678' }
    const multipart = new FormData()
    for (const [name, value] of Object.entries(person)) multipart.set(name, value)
    const [status, body] = await call('/card/user/register', { body: multipart })
    expect([status, body]).toEqual([200, { msg: '注册成功' }])
    expect(await login(JSON.stringify(person))).toEqual([200, { msg: '登录成功' }])
    expect(await login(new URLSearchParams(person), {})).toEqual([200, { msg: '登录成功' }])
    expect(await login(JSON.stringify({ ...person, unknown: [1], __proto__: null }))).toEqual([
      200,
      { msg: '登录成功' },
    ])
  })

  it.each([
    ['broken JSON', '{"username":'],
    ['a JSON array', '[]'],
    ['a JSON string', '"x"'],
    ['a number for a string', '{"username":1,"password":"x"}'],
    ['an array for a string', '{"username":["a"],"password":"x"}'],
    ['an object for a string', '{"username":{"a":1},"password":"x"}'],
    ['a boolean for a string', '{"username":true,"password":"x"}'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ])('with %s are badRequest', async (_, body) => {
    expect(await login(body)).toEqual(badRequest)
  })

  it('with half a surrogate pair break the field’s format', async () => {
    const cookie = await signedIn('half_pair')
    const body = '{"nickname":"\\ud83d"}'
    const [status, answer] = await call('/card/user/updateInfo', { body, headers: { ...json, cookie } })
    expect([status, answer]).toEqual([200, { msg: '更新失败' }])
  })

  it('of forms that name a field twice, or are broken, are badRequest', async () => {
    expect(await login('username=a&username=b', form)).toEqual(badRequest)
    expect(await login('--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' })).toEqual(badRequest)
    expect(await login('x', { 'content-type': 'multipart/form-data' })).toEqual(badRequest)
    const twice = new FormData()
    twice.append('username', 'a')
    twice.append('username', 'b')
    expect(await login(twice, {})).toEqual(badRequest)
  })

  it.each([
    ['an empty object', '{}', json],
    ['null', 'null', json],
    ['nothing, as JSON', '', json],
    ['nothing, as text', '', { 'content-type': 'text/plain' }],
    ['nulls', '{"username":null,"password":null}', json],
    ['empty fields', '{"username":"","password":""}', json],
    ['a poisoned key', '{"__proto__":{"username":"x"}}', json],
    ['an empty form', '', form],
  ])('with %s are fields that are missing', async (_, body, headers) => {
    expect(await login(body, headers)).toEqual(refused)
  })

  it('of other types are unsupportedMediaType', async () => {
    expect(await login('<a/>', { 'content-type': 'text/xml' })).toEqual([415, { msg: '不支持的内容类型' }])
  })

  it('of more than 64 KiB are payloadTooLarge', async () => {
    const large = 'x'.repeat(1024 * 1024)
    const tooLarge = [413, { msg: '请求内容过大' }]
    expect(await login(JSON.stringify({ username: large }))).toEqual(tooLarge)
    expect(await login(`username=${large}`, form)).toEqual(tooLarge)
    const multipart = new FormData()
    multipart.set('username', large)
    expect(await login(multipart, {})).toEqual(tooLarge)
    const file = new FormData()
    file.set('avatar', new Blob([large]), 'a.png')
    expect(await login(file, {})).toEqual(tooLarge)
  })

  it.each([
    ['JSON', (length: number) => '{}'.padEnd(length), json],
    ['a form', (length: number) => 'username='.padEnd(length, 'x'), form],
  ])('of 64 KiB are taken as %s, and not a byte more', async (_, body, headers) => {
    expect(await login(body(64 * 1024), headers)).toEqual(refused)
    expect(await login(body(64 * 1024 + 1), headers)).toEqual([413, { msg: '请求内容过大' }])
  })

  it.each([
    ['JSON', '{"username":"\xff"}', json],
    ['a form', 'username=\xff', form],
  ])('of bytes that are no UTF-8 are badRequest as %s', async (_, body, headers) => {
    expect(await login(Buffer.from(body, 'latin1'), headers)).toEqual(badRequest)
  })

  it('of many small multipart fields count as a whole', async () => {
    const many = new FormData()
    for (let index = 0; index < 1000; index++) many.set(`f${index}`, 'x')
    expect((await login(many, {}))[0]).toBe(413)
  })

  it('with a file where none is taken are badRequest', async () => {
    const cookie = await signedIn('with_file')
    const body = new FormData()
    body.set('nickname', new Blob(['x']), 'a.png')
    const [status, answer] = await call('/card/user/updateInfo', { body, headers: { cookie } })
    expect([status, answer]).toEqual(badRequest)
  })
})

describe('paths and methods', () => {
  it.each(['//card/user/login', '/card//user///login'])('%s is the same with single slashes', async (path) => {
    expect((await call(path, { body: '{}', headers: json })).slice(0, 2)).toEqual(refused)
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s where only POST is: 405', async (method) => {
    const response = await fetch(`${test.url}/card/user/login`, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    expect(response.headers.get('cache-control')).toBe('no-store')
    if (method !== 'HEAD') expect(await response.json()).toEqual({ msg: '不支持该请求方法' })
  })

  it('methods that Fastify does not know: 405 too', async () => {
    expect(await raw('PROPFIND /card/user/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 405 /,
    )
  })

  it.each([
    '/card',
    '/card/',
    '/card/user',
    '/card/user/nothing',
    '/card/user/login/more',
    '/card/%00',
    '/card/user/login%2f',
  ])('%s is not found, in the variant’s words', async (path) => {
    expect((await call(path, { body: '{}', headers: json })).slice(0, 2)).toEqual([404, { msg: '接口不存在' }])
  })

  it('a URL that can not be decoded is badRequest, in the variant’s words', async () => {
    expect((await call('/card/%zz', { body: '{}', headers: json })).slice(0, 2)).toEqual(badRequest)
  })

  it('the root variant answers at the root, in its own words', async () => {
    expect((await call('/user/login', { body: '{}', headers: json })).slice(0, 2)).toEqual(refused)
    expect((await call('//user/login', { body: '{}', headers: json })).slice(0, 2)).toEqual(refused)
    expect((await call('/nothing')).slice(0, 2)).toEqual([404, { msg: '接口不存在' }])
    expect((await call('/healthz', { method: 'GET' })).slice(0, 2)).toEqual([200, { status: 'ok' }])
  })

  it('broken HTTP is answered with 400 and no more', async () => {
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
    expect(await raw('POST /card/user/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    )
  })
})

describe('a variant’s host', () => {
  it('answers at its root, and keeps what all hosts have', async () => {
    const at = (path: string) =>
      raw(`POST ${path} HTTP/1.1\r\nHost: Card.Example.com:8080\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    expect(await at('/user/login')).toContain('用户名或密码错误')
    expect(await at('/card/user/login')).toContain('用户名或密码错误')
  })
})

describe('the session', () => {
  it('is a cookie that scripts can not read and other sites do not send', async () => {
    const person = { username: 'cookie_1', password: 'right_1', nickname: 'n', telephone: '13812345678' }
    await call('/card/user/register', { body: JSON.stringify(person), headers: json })
    const [, , headers] = await call('/card/user/login', { body: JSON.stringify(person), headers: json })
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^acct_session=acct_s_[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('is taken as Bearer too, and then nothing else counts', async () => {
    const cookie = await signedIn('bearer_1')
    const token = cookie.split('=')[1]
    const info = (headers: Record<string, string>) => call('/card/user/getInfo', { headers })
    expect((await info({ authorization: `Bearer ${token}` }))[1]).toHaveProperty('username', 'bearer_1')
    expect((await info({ authorization: `bearer ${token}` }))[1]).toHaveProperty('username', 'bearer_1')
    expect((await info({ cookie, authorization: 'Bearer acct_s_wrong' }))[1]).toEqual({ msg: '获取信息失败' })
    for (const authorization of ['', 'Bearer', `Basic ${token}`, `Bearer ${token}x`]) {
      expect((await info({ authorization }))[1]).toEqual({ msg: '获取信息失败' })
    }
  })

  it('with HTTPS is Secure and bound to its host', async () => {
    const https = await startTestServer({ ACCT_PUBLIC_URL: 'https://id.example.com' })
    const person = JSON.stringify({ username: 'a', password: 'b', nickname: 'n', telephone: '13812345678' })
    await fetch(`${https.url}/card/user/register`, { method: 'POST', body: person, headers: json })
    const answer = await fetch(`${https.url}/card/user/login`, { method: 'POST', body: person, headers: json })
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-acct_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
    const unprefixed = { cookie: cookie.replace('__Host-', '') }
    const info = await fetch(`${https.url}/card/user/getInfo`, { method: 'POST', headers: unprefixed })
    expect(await info.json()).toEqual({ msg: '获取信息失败' })
    await https.stop()
  })
})

describe('cross-site requests', () => {
  const forbidden = { msg: '拒绝跨站请求' }

  it.each<[string, Record<string, string>, 'passes' | 'forbidden']>([
    ['neither header: no browser', {}, 'passes'],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 'passes'],
    ['the address bar', { 'sec-fetch-site': 'none' }, 'passes'],
    ['a foreign page', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 'forbidden'],
    ['a foreign page without an origin', { 'sec-fetch-site': 'cross-site' }, 'forbidden'],
    ['a sibling host', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' }, 'forbidden'],
    ['an allowed page', { 'sec-fetch-site': 'cross-site', origin: 'https://app.example.com' }, 'passes'],
    ['an allowed page of an old browser', { origin: 'https://app.example.com' }, 'passes'],
    ['a foreign page of an old browser', { origin: 'https://evil.example' }, 'forbidden'],
    ['a name that only begins like ours', { origin: 'https://app.example.com.evil.example' }, 'forbidden'],
    ['a sandboxed page', { origin: 'null' }, 'forbidden'],
  ])('%s', async (_, headers, verdict) => {
    const cookie = await signedIn('cross_site')
    const [status, body] = await call('/card/user/logout', { headers: { cookie, ...headers } })
    expect([status, body]).toEqual(verdict === 'passes' ? [200, { msg: '成功退出登录' }] : [403, forbidden])
    const [, info] = await call('/card/user/getInfo', { headers: { cookie } })
    expect('username' in info).toBe(verdict === 'forbidden')
  })

  it('from our own origin of an old browser pass', async () => {
    const cookie = await signedIn('cross_site')
    const [status] = await call('/card/user/logout', { headers: { cookie, origin: test.url } })
    expect(status).toBe(200)
  })

  it('without the cookie are nobody’s business', async () => {
    const headers = { ...json, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await call('/card/user/login', { body: '{}', headers })).slice(0, 2)).toEqual(refused)
  })

  it('may be asked for by allowed origins only', async () => {
    const preflight = (origin: string) =>
      fetch(`${test.url}/card/user/login`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      })
    const allowed = await preflight('https://app.example.com')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true')
    const foreign = await preflight('https://evil.example')
    expect(foreign.status).toBe(405)
    expect(foreign.headers.has('access-control-allow-origin')).toBe(false)
  })
})

describe('limits', () => {
  it('of requests a minute are told in the variant’s words, with Retry-After', async () => {
    const limited = await startTestServer({ ACCT_LIMIT_REQUESTS_PER_MINUTE: '3' })
    const get = (path: string, method = 'POST') => fetch(limited.url + path, { method })
    for (let count = 0; count < 3; count++) expect((await get('/card/user/getInfo')).status).toBe(200)
    for (const path of ['/card/user/getInfo', '/card/user/login', '/card/nothing']) {
      const answer = await get(path)
      expect(answer.status).toBe(429)
      expect(await answer.json()).toEqual({ msg: '请求过于频繁，请稍后再试' })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect((await get('/healthz', 'GET')).status).toBe(200)
    await limited.stop()
  })

  it('count by the address that a trusted proxy tells, and by /64 for IPv6', async () => {
    const limited = await startTestServer({ ACCT_LIMIT_REQUESTS_PER_MINUTE: '1', ACCT_TRUST_PROXY: '127.0.0.1' })
    const from = async (address: string) =>
      (await fetch(`${limited.url}/card/user/getInfo`, { method: 'POST', headers: { 'x-forwarded-for': address } }))
        .status
    expect(await from('203.0.113.1')).toBe(200)
    expect(await from('203.0.113.1')).toBe(429)
    expect(await from('203.0.113.2')).toBe(200)
    expect(await from('2001:db8:1:2::1')).toBe(200)
    expect(await from('2001:db8:1:2:ffff::2')).toBe(429)
    expect(await from('2001:db8:1:3::1')).toBe(200)
    await limited.stop()
  })

  it('end a connection on which requests pile up', async () => {
    const pile = (many: number) =>
      'POST /card/user/getInfo HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n'.repeat(many)
    const statuses = async (many: number) =>
      [...(await raw(pile(many))).matchAll(/HTTP\/1.1 (\d+)/g)].map(([, each]) => each)
    expect(await statuses(101)).toEqual(Array(101).fill('200'))
    expect(await statuses(200)).toEqual([...Array(101).fill('200'), '429'])
    const last = (await raw(pile(200))).split('HTTP/1.1').at(-1)
    expect(last).toMatch(/^connection: close\r$/im)
    expect(last).toContain('请求过于频繁，请稍后再试')
  })

  it('do not believe a proxy that nobody named', async () => {
    const limited = await startTestServer({ ACCT_LIMIT_REQUESTS_PER_MINUTE: '1' })
    const from = async (address: string) =>
      (await fetch(`${limited.url}/card/user/getInfo`, { method: 'POST', headers: { 'x-forwarded-for': address } }))
        .status
    expect(await from('203.0.113.1')).toBe(200)
    expect(await from('203.0.113.2')).toBe(429)
    await limited.stop()
  })
})

describe('the log', () => {
  it('has one line a request, and nothing that is anybody’s', async () => {
    const cookie = await signedIn('logged_1')
    await call('/card/user/getInfo?secret=in_the_query', { headers: { cookie } })
    const lines = test.logged().filter(({ msg }) => msg === 'request')
    expect(lines.at(-1)).toMatchObject({
      variant: 'card',
      route: 'getInfo',
      outcome: 'ok',
      status: 200,
      method: 'POST',
    })
    const everything = JSON.stringify(test.logged())
    for (const secret of [
      'logged_1',
      'right_1',
      cookie,
      cookie.split('=')[1],
      '13812345678',
      'in_the_query',
      'argon2',
    ]) {
      expect(everything).not.toContain(secret)
    }
  })
})
