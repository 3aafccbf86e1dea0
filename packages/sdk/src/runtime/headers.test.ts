import { describe, expect, it } from 'vitest'
import { recordingFetch } from '../../test/fetches.ts'
import { createClient } from '../generated/card/index.ts'
import type { CallOptions, ClientOptions } from './options.ts'

/** What `fetch` is given for one login. */
async function sent(client: Partial<ClientOptions>, call: CallOptions = {}) {
  const { fetch, calls } = recordingFetch(200, '{"msg":"登录成功"}')
  await createClient({ baseUrl: '', fetch, ...client }).login({}, call)
  const [first] = calls
  if (!first) throw new Error('nothing was sent')
  return first.init
}

const own = { accept: 'application/json', 'content-type': 'application/json' }

describe('the headers of a request', () => {
  it.each<[string, Partial<ClientOptions>, CallOptions, object]>([
    ['are few', {}, {}, {}],
    ['carry a token', { token: 't' }, {}, { authorization: 'Bearer t' }],
    ['carry a token asked for', { token: () => 't' }, {}, { authorization: 'Bearer t' }],
    ['carry a token waited for', { token: async () => 't' }, {}, { authorization: 'Bearer t' }],
    ['carry no token that is not there', { token: () => undefined }, {}, {}],
    ['carry no empty token', { token: '' }, {}, {}],
    ['are the client’s too', { headers: { 'x-a': '1' } }, {}, { 'x-a': '1' }],
    ['are asked for', { headers: () => ({ 'x-a': '1' }) }, {}, { 'x-a': '1' }],
    ['are waited for', { headers: async () => ({ 'x-a': '1' }) }, {}, { 'x-a': '1' }],
    ['are the call’s too', { headers: { 'x-a': '1' } }, { headers: { 'x-b': '2' } }, { 'x-a': '1', 'x-b': '2' }],
    ['are the call’s first, in any case', { headers: { 'X-A': '1' } }, { headers: { 'x-a': '2' } }, { 'x-a': '2' }],
    ['may replace the token', { token: 't' }, { headers: { Authorization: 'Basic x' } }, { authorization: 'Basic x' }],
  ])('%s', async (_, client, call, expected) => {
    expect((await sent(client, call)).headers).toEqual({ ...own, ...expected })
  })

  it('are asked for anew before each request', async () => {
    const { fetch, calls } = recordingFetch(200, '{"msg":"登录成功"}')
    const tokens = ['first', 'second']
    const client = createClient({ baseUrl: '', fetch, token: () => tokens.shift() })
    await client.login({})
    await client.login({})
    expect(calls.map(({ init }) => init.headers.authorization)).toEqual(['Bearer first', 'Bearer second'])
  })
})

describe('cookies', () => {
  it('are sent to other origins too, unless the client says otherwise', async () => {
    expect((await sent({})).credentials).toBe('include')
    expect((await sent({ credentials: 'omit' })).credentials).toBe('omit')
  })
})
