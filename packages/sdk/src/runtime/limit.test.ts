import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, never, recordingFetch } from '../../test/fetches.ts'
import { serve } from '../../test/server.ts'
import { createClient } from '../generated/card/index.ts'
import type { AbortSignalLike, FetchLike } from './options.ts'

const ok = '{"msg":"登录成功"}'
const none = { status: 0, body: undefined, headers: undefined }

describe('a call that takes too long', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const silent: FetchLike = () => never()
  const stalled: FetchLike = async () => answer(200, never)

  it.each([
    ['waiting for an answer', { fetch: silent }],
    ['reading a body', { fetch: stalled }],
    ['waiting for a token', { fetch: silent, token: () => never<string>() }],
  ])('is timeout: %s', async (_, options) => {
    const call = createClient({ baseUrl: '', timeout: 300, ...options }).login({})
    await vi.advanceTimersByTimeAsync(300)
    expect(await call).toEqual({ ...none, outcome: 'timeout' })
    expect(vi.getTimerCount()).toBe(0)
  })

  const settledAfter = async (milliseconds: number, client: { timeout?: number }, call: { timeout?: number }) => {
    const outcomes: string[] = []
    void createClient({ baseUrl: '', fetch: silent, ...client })
      .login({}, call)
      .then(({ outcome }) => outcomes.push(outcome))
    await vi.advanceTimersByTimeAsync(milliseconds)
    return outcomes
  }

  it('has ten seconds if nobody says otherwise, the client’s time, or else its own', async () => {
    expect(await settledAfter(9_999, {}, {})).toEqual([])
    expect(await settledAfter(10_000, {}, {})).toEqual(['timeout'])
    expect(await settledAfter(20, { timeout: 20 }, {})).toEqual(['timeout'])
    expect(await settledAfter(20, { timeout: 20 }, { timeout: 30 })).toEqual([])
    expect(await settledAfter(30, { timeout: 20 }, { timeout: 30 })).toEqual(['timeout'])
  })

  it.each([0, Number.POSITIVE_INFINITY, 2 ** 31])('has all the time in the world with %d', async (timeout) => {
    expect(await settledAfter(2 ** 30, { timeout }, {})).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('tells fetch to stop', async () => {
    let aborted = false
    const fetch: FetchLike = (_, { signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return never()
    }
    const call = createClient({ baseUrl: '', timeout: 1, fetch }).login({})
    await vi.advanceTimersByTimeAsync(1)
    expect((await call).outcome).toBe('timeout')
    expect(aborted).toBe(true)
  })

  it('leaves no timer behind when it was in time after all', async () => {
    const { fetch } = recordingFetch(200, ok)
    expect((await createClient({ baseUrl: '', fetch }).login({})).outcome).toBe('ok')
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('a stalled server is timeout on the platform’s own fetch too', async () => {
  const baseUrl = await serve((_, response) => response.writeHead(200).write('{"msg":'))
  expect(await createClient({ baseUrl, timeout: 50 }).login({})).toEqual({ ...none, outcome: 'timeout' })
})

describe('a call that a signal ends', () => {
  it.each(['client', 'call'] as const)('is aborted before it is sent: the %s’s signal', async (whose) => {
    const { fetch, calls } = recordingFetch(200, ok)
    const signal = AbortSignal.abort()
    const [client, call] = whose === 'client' ? [{ signal }, {}] : [{}, { signal }]
    const answer = await createClient({ baseUrl: '', fetch, ...client }).login({}, call)
    expect(answer).toEqual({ ...none, outcome: 'aborted' })
    expect(calls).toEqual([])
  })

  it('is aborted while the token is awaited, and not sent', async () => {
    const { fetch, calls } = recordingFetch(200, ok)
    const controller = new AbortController()
    const token = async () => {
      controller.abort()
      return 'token'
    }
    const answer = await createClient({ baseUrl: '', fetch, token }).login({}, { signal: controller.signal })
    expect(answer).toEqual({ ...none, outcome: 'aborted' })
    expect(calls).toEqual([])
  })

  it('is aborted before the server answers', async () => {
    const controller = new AbortController()
    const baseUrl = await serve(() => controller.abort())
    expect(await createClient({ baseUrl, signal: controller.signal }).login({})).toEqual({
      ...none,
      outcome: 'aborted',
    })
  })

  it('is aborted in the middle of the body', async () => {
    const controller = new AbortController()
    const baseUrl = await serve((_, response) => response.writeHead(200).write('{"msg":'))
    const fetch: FetchLike = async (url, init) => {
      const response = await globalThis.fetch(url, init)
      controller.abort()
      return response
    }
    const answer = await createClient({ baseUrl, fetch }).login({}, { signal: controller.signal })
    expect(answer).toEqual({ ...none, outcome: 'aborted' })
  })

  it('is aborted though its fetch takes no notice', async () => {
    const controller = new AbortController()
    const call = createClient({ baseUrl: '', fetch: () => never() }).login({}, { signal: controller.signal })
    controller.abort()
    expect(await call).toEqual({ ...none, outcome: 'aborted' })
  })

  it('leaves nothing on the signals, however it ends', async () => {
    let listeners = 0
    const signal: AbortSignalLike = {
      aborted: false,
      addEventListener: () => listeners++,
      removeEventListener: () => listeners--,
    }
    const { fetch } = recordingFetch(200, ok)
    const client = createClient({ baseUrl: '', fetch, signal })
    await client.login({}, { signal })
    await createClient({ baseUrl: '', fetch: () => Promise.reject(new Error('broken')), signal }).login({})
    await createClient({ baseUrl: '', fetch: () => never(), signal, timeout: 1 }).login({})
    await client.login({}, { signal: AbortSignal.abort() })
    expect(listeners).toBe(0)
  })
})
