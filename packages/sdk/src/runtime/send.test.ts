import { describe, expect, it } from 'vitest'
import { answer, recordingFetch } from '../../test/fetches.ts'
import { json, nobody, serve, textOf } from '../../test/server.ts'
import { createClient } from '../generated/card/index.ts'

const ok = '{"msg":"登录成功"}'
const credentials = { username: 'li_lei', password: 'hanmeimei_1' }

describe('an answer that the contract lists', () => {
  it('is its outcome, with status, body and headers', async () => {
    const baseUrl = await serve((_, response) =>
      json(response, 200, { msg: '登录成功' }, { 'set-cookie': 'acct_session=abc; Path=/' }),
    )
    const answer = await createClient({ baseUrl }).login(credentials)
    expect(answer).toMatchObject({ outcome: 'ok', status: 200, body: { msg: '登录成功' } })
    expect(answer.headers?.get('Set-Cookie')).toBe('acct_session=abc; Path=/')
  })

  it.each([
    [200, '用户名或密码错误', 'invalidCredentials'],
    [400, '请求格式不正确', 'badRequest'],
    [429, '请求过于频繁，请稍后再试', 'tooManyRequests'],
    [503, '服务暂时不可用，请稍后再试', 'unavailable'],
  ])('is told apart by status and body: %i %s', async (status, msg, outcome) => {
    const { fetch } = recordingFetch(status, JSON.stringify({ msg }))
    expect(await createClient({ baseUrl: '', fetch }).login(credentials)).toMatchObject({
      outcome,
      status,
      body: { msg },
    })
  })

  it('is sent for as the route says', async () => {
    const baseUrl = await serve(async (request, response) => {
      const { method, url, headers } = request
      const seen = [method, url, headers['content-type'], headers.accept, await textOf(request)]
      json(response, 200, { msg: '登录成功' }, { 'x-seen': JSON.stringify(seen) })
    })
    const answer = await createClient({ baseUrl: `${baseUrl}/card` }).login(credentials)
    expect(JSON.parse(answer.headers?.get('x-seen') ?? '')).toEqual([
      'POST',
      '/card/user/login',
      'application/json',
      'application/json',
      JSON.stringify(credentials),
    ])
  })

  it('is sent for without a body where the route takes no fields', async () => {
    const baseUrl = await serve(async (request, response) => {
      const empty = (await textOf(request)) === '' && request.headers['content-type'] === undefined
      json(response, 200, { msg: empty ? '成功退出登录' : '登出失败，请检查登录状态' })
    })
    expect((await createClient({ baseUrl }).logout()).outcome).toBe('ok')
  })
})

describe('an answer that the contract does not list', () => {
  it.each<[string, number, string, unknown]>([
    ['a page of a proxy', 502, '<html>Bad Gateway</html>', '<html>Bad Gateway</html>'],
    ['no body', 200, '', ''],
    ['half a body', 200, '{"msg":"登录', '{"msg":"登录'],
    ['another status', 201, ok, { msg: '登录成功' }],
    ['another message', 200, '{"msg":"hello"}', { msg: 'hello' }],
    ['another key', 200, '{"msg":"登录成功","token":"t"}', { msg: '登录成功', token: 't' }],
    ['the message of another route', 200, '{"msg":"注册成功"}', { msg: '注册成功' }],
    ['no object', 200, 'null', null],
    ['an object in a list', 200, `[${ok}]`, [{ msg: '登录成功' }]],
  ])('is undocumentedAnswer: %s', async (_, status, text, body) => {
    const { fetch } = recordingFetch(status, text)
    const answer = await createClient({ baseUrl: '', fetch }).login(credentials)
    expect(answer).toEqual({ outcome: 'undocumentedAnswer', status, body, headers: expect.any(Headers) })
  })
})

describe('no answer', () => {
  const none = { status: 0, body: undefined, headers: undefined }

  it('is networkError where nobody listens', async () => {
    const answer = await createClient({ baseUrl: await nobody() }).login(credentials)
    expect(answer).toEqual({ ...none, outcome: 'networkError', cause: expect.any(Error) })
  })

  it('is networkError where the connection breaks in the middle of the body', async () => {
    const baseUrl = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"msg":')
      response.socket?.end()
    })
    const answer = await createClient({ baseUrl }).login(credentials)
    expect(answer).toEqual({ ...none, outcome: 'networkError', cause: expect.any(Error) })
  })

  const broken = () => {
    throw new Error('broken')
  }
  it.each([
    ['fetch that throws', { fetch: broken }],
    ['fetch that rejects', { fetch: async () => broken() }],
    ['body that rejects', { fetch: async () => answer(200, async () => broken()) }],
    ['token that throws', { token: broken }],
    ['token that rejects', { token: async () => broken() }],
    ['headers that throw', { headers: broken }],
  ])('is networkError with its cause: a %s', async (_, options) => {
    const { fetch } = recordingFetch(200, ok)
    const answer = await createClient({ baseUrl: '', fetch, ...options }).login(credentials)
    expect(answer).toEqual({ ...none, outcome: 'networkError', cause: new Error('broken') })
  })

  it.each<[string, unknown]>([
    ['a number for a text', { username: 1 }],
    ['a list for a text', { username: ['li_lei'] }],
    ['a list for the fields', [credentials]],
    ['nothing for the fields', undefined],
    ['a field that can not be read', Object.defineProperty({}, 'username', { get: broken })],
  ])('is invalidRequest, and nothing is sent: %s', async (_, request) => {
    const { fetch, calls } = recordingFetch(200, ok)
    const answer = await createClient({ baseUrl: '', fetch }).login(request as never)
    expect(answer).toEqual({ ...none, outcome: 'invalidRequest' })
    expect(calls).toEqual([])
  })
})
