import { afterEach, describe, expect, it, vi } from 'vitest'
import { webLocks } from '../../test/locks.ts'
import { nobody, serve } from '../../test/server.ts'
import { tokenServer } from '../../test/tokenServer.ts'
import { createClient } from '../generated/token/index.ts'
import type { FetchLike } from '../runtime/options.ts'
import { keepTokens } from './keepTokens.ts'
import { memoryTokens, type TokenPair, type TokenStorage } from './storage.ts'

const credentials = { loginName: 'li', password: 'right' }

/** A signed-in client at a server of its own, and what it keeps. */
async function signedIn() {
  const server = tokenServer({ now: 0 })
  const baseUrl = await serve(server.listener)
  const storage = memoryTokens()
  const kept = keepTokens(createClient({ baseUrl }), storage)
  expect((await kept.login(credentials)).outcome).toBe('ok')
  return { ...server, baseUrl, storage, kept }
}

/** Holds the requests for a path back until they are let go. */
function gate(path: string) {
  const { promise: open, resolve: letGo } = deferred()
  const { promise: reached, resolve: reach } = deferred()
  const gated: FetchLike = async (url, init) => {
    if (url.includes(path)) {
      reach()
      await open
    }
    return fetch(url, init)
  }
  return { fetch: gated, reached, letGo }
}

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const outcomes = (answers: readonly { readonly outcome: string }[]) => [
  ...new Set(answers.map((answer) => answer.outcome)),
]

describe('logging in and out', () => {
  it('keeps the tokens of a login, and sends them in a header', async () => {
    const { kept, storage, counts } = await signedIn()
    expect(await storage.get()).toEqual({
      token: expect.stringMatching(/^acct_a_/),
      refreshToken: expect.stringMatching(/^acct_r_/),
    })
    expect(await kept.getSelf({})).toMatchObject({ outcome: 'ok', body: { data: { Username: 'li' } } })
    expect(counts).toEqual({ logins: 1, refreshes: 0, calls: 1, bearers: 1 })
  })

  it('keeps what it had when a login fails', async () => {
    const { kept, storage } = await signedIn()
    const before = await storage.get()
    expect((await kept.login({ loginName: 'li', password: 'wrong' })).outcome).toBe('invalidCredentials')
    expect(await storage.get()).toBe(before)
  })

  it('forgets them at the sign-out', async () => {
    const { kept, storage } = await signedIn()
    await kept.signOut()
    expect(await storage.get()).toBeUndefined()
    expect((await kept.getSelf({})).outcome).toBe('tokenMissing')
  })

  it('leaves a call alone that brings its own token', async () => {
    const { kept, counts, storage } = await signedIn()
    const before = await storage.get()
    expect((await kept.getSelf({ token: 'acct_a_other' })).outcome).toBe('tokenInvalid')
    expect(counts).toMatchObject({ refreshes: 0, bearers: 0 })
    expect(await storage.get()).toBe(before)
  })

  it('still checks what it is given', async () => {
    const { kept } = await signedIn()
    expect((await kept.getSelf(undefined as never)).outcome).toBe('invalidRequest')
    expect((await kept.setStatement({ new_statement: 1 } as never)).outcome).toBe('invalidRequest')
  })
})

describe('an access token that is over', () => {
  it('is replaced, and the call made once more', async () => {
    const { kept, storage, counts, later } = await signedIn()
    const before = await storage.get()
    later()
    expect((await kept.setStatement({ new_statement: 'hello' })).outcome).toBe('ok')
    expect(await kept.getSelf({})).toMatchObject({ body: { data: { Statement: 'hello' } } })
    expect(counts).toEqual({ logins: 1, refreshes: 1, calls: 3, bearers: 3 })
    const after = await storage.get()
    expect(after?.refreshToken).toBe(before?.refreshToken)
    expect(after?.token).not.toBe(before?.token)
  })

  it('is replaced once for 50 calls at the same time', async () => {
    const { kept, counts, later } = await signedIn()
    for (const round of [1, 2, 3]) {
      later()
      const answers = await Promise.all(Array.from({ length: 50 }, () => kept.getSelf({})))
      expect(outcomes(answers)).toEqual(['ok'])
      expect(counts.refreshes).toBe(round)
    }
  })

  it('is replaced once for 50 clients that share a storage', async () => {
    const { baseUrl, storage, counts, later } = await signedIn()
    const clients = Array.from({ length: 50 }, () => keepTokens(createClient({ baseUrl }), storage))
    for (const round of [1, 2, 3]) {
      later()
      expect(outcomes(await Promise.all(clients.map((client) => client.getSelf({}))))).toEqual(['ok'])
      expect(counts.refreshes).toBe(round)
    }
    expect(await storage.get()).toBeDefined()
  })

  it('is replaced in each of 50 storages that were filled with one session', async () => {
    const { baseUrl, storage, later } = await signedIn()
    const pair = await storage.get()
    const clients = Array.from({ length: 50 }, () => keepTokens(createClient({ baseUrl }), memoryTokens(pair)))
    for (const _ of [1, 2, 3]) {
      later()
      expect(outcomes(await Promise.all(clients.map((client) => client.getSelf({}))))).toEqual(['ok'])
    }
  })

  it('is taken over from whoever replaced it first', async () => {
    const { baseUrl, storage, kept, counts, later } = await signedIn()
    const slow = gate('/api/user/info/self')
    const behind = keepTokens(createClient({ baseUrl, fetch: slow.fetch }), storage).getSelf({})
    await slow.reached
    later()
    await kept.getSelf({})
    slow.letGo()
    expect((await behind).outcome).toBe('ok')
    expect(counts.refreshes).toBe(1)
  })
})

describe('a session that is over', () => {
  it('signs out, and the call ends as it did', async () => {
    const { kept, storage, counts, revoke } = await signedIn()
    revoke()
    const answers = await Promise.all(Array.from({ length: 50 }, () => kept.getSelf({})))
    expect(outcomes(answers)).toEqual(['tokenInvalid'])
    expect(await storage.get()).toBeUndefined()
    expect(counts.refreshes).toBe(1)
  })

  it('does not sign out who logged in again in the meantime', async () => {
    const { kept, storage, baseUrl, revoke } = await signedIn()
    const slow = gate('/api/verify/token')
    revoke()
    const call = keepTokens(createClient({ baseUrl, fetch: slow.fetch }), storage).getSelf({})
    await slow.reached
    await kept.login({ loginName: 'han', password: 'right' })
    slow.letGo()
    expect((await call).outcome).toBe('tokenInvalid')
    expect(await kept.getSelf({})).toMatchObject({ outcome: 'ok', body: { data: { Username: 'han' } } })
  })
})

describe('a refresh that somebody overtakes', () => {
  it('does not sign in again who signed out', async () => {
    const { kept, storage, baseUrl, later } = await signedIn()
    const slow = gate('/api/verify/token')
    later()
    const call = keepTokens(createClient({ baseUrl, fetch: slow.fetch }), storage).getSelf({})
    await slow.reached
    await kept.signOut()
    slow.letGo()
    expect((await call).outcome).toBe('tokenInvalid')
    expect(await storage.get()).toBeUndefined()
  })

  it('does nothing in the name of somebody who logged in since', async () => {
    const { kept, storage, baseUrl, later } = await signedIn()
    const slow = gate('/api/verify/token')
    later()
    const client = keepTokens(createClient({ baseUrl, fetch: slow.fetch }), storage)
    const call = client.setStatement({ new_statement: 'I am li' })
    await slow.reached
    await kept.login({ loginName: 'han', password: 'right' })
    slow.letGo()
    expect((await call).outcome).toBe('tokenInvalid')
    expect(await kept.getSelf({})).toMatchObject({ body: { data: { Username: 'han', Statement: '' } } })
  })
})

it('a call that was made before somebody else logged in is not made again in their name', async () => {
  const { kept, storage, baseUrl, later } = await signedIn()
  const slow = gate('/api/user/statement')
  later()
  const client = keepTokens(createClient({ baseUrl, fetch: slow.fetch }), storage)
  const call = client.setStatement({ new_statement: 'I am li' })
  await slow.reached
  await kept.login({ loginName: 'han', password: 'right' })
  slow.letGo()
  expect((await call).outcome).toBe('tokenInvalid')
  expect(await kept.getSelf({})).toMatchObject({ body: { data: { Username: 'han', Statement: '' } } })
})

describe('a refresh without an answer', () => {
  it.each<[string, FetchLike, string]>([
    ['no network', () => Promise.reject(new Error('offline')), 'networkError'],
    [
      'a server that is overloaded',
      async () => new Response('{"status":false,"data":"服务暂时不可用，请稍后再试"}', { status: 503 }),
      'unavailable',
    ],
    ['a proxy in between', async () => new Response('<html>', { status: 502 }), 'undocumentedAnswer'],
  ])('keeps the tokens and is what the call ends as: %s', async (_, broken, outcome) => {
    const { baseUrl, storage, counts, later } = await signedIn()
    const kept = keepTokens(
      createClient({
        baseUrl,
        fetch: (url, init) => (url.includes('/api/verify/token') ? broken : fetch)(url, init),
      }),
      storage,
    )
    const before = await storage.get()
    later()
    const answers = await Promise.all(Array.from({ length: 50 }, () => kept.getSelf({})))
    expect(outcomes(answers)).toEqual([outcome])
    expect(await storage.get()).toBe(before)

    const online = keepTokens(createClient({ baseUrl }), storage)
    expect((await online.getSelf({})).outcome).toBe('ok')
    expect(counts.refreshes).toBe(1)
  })

  it('is waited for once by all', async () => {
    const { promise: failed, resolve: fail } = deferred()
    let refreshes = 0
    const invalid = async () => new Response('{"status":false,"data":"token 不合法"}')
    const kept = keepTokens(
      createClient({
        baseUrl: '',
        fetch: async (url) => {
          if (!url.includes('/api/verify/token')) return invalid()
          refreshes++
          await failed
          throw new Error('offline')
        },
      }),
      memoryTokens({ token: 'a', refreshToken: 'r' }),
    )
    const calls = Array.from({ length: 50 }, () => kept.getSelf({}))
    await vi.waitFor(() => expect(refreshes).toBe(1))
    fail()
    expect(outcomes(await Promise.all(calls))).toEqual(['networkError'])
    expect(refreshes).toBe(1)
  })

  it('keeps the tokens where nobody listens', async () => {
    const pair = { token: 'a', refreshToken: 'r' }
    const storage = memoryTokens(pair)
    const kept = keepTokens(createClient({ baseUrl: await nobody() }), storage)
    expect((await kept.getSelf({})).outcome).toBe('networkError')
    expect(await storage.get()).toBe(pair)
  })

  it('goes on for the others when a call is aborted', async () => {
    const { storage, baseUrl, counts, later } = await signedIn()
    const slow = gate('/api/verify/token')
    const kept = keepTokens(createClient({ baseUrl, fetch: slow.fetch }), storage)
    const controller = new AbortController()
    later()
    const aborted = kept.getSelf({}, { signal: controller.signal })
    const patient = kept.getSelf({})
    await slow.reached
    controller.abort()
    expect((await aborted).outcome).toBe('aborted')
    slow.letGo()
    expect((await patient).outcome).toBe('ok')
    expect(counts.refreshes).toBe(1)
  })
})

describe('a storage', () => {
  const pair: TokenPair = { token: 'a', refreshToken: 'r' }
  const broken = async () => {
    throw new Error('full')
  }

  it.each<[string, TokenStorage, 'login' | 'getSelf']>([
    ['can not be read', { get: broken, set: () => {} }, 'getSelf'],
    ['can not be written at the login', { get: () => pair, set: broken }, 'login'],
  ])('that %s is networkError with its cause', async (_, storage, method) => {
    const baseUrl = await serve(tokenServer({ now: 0 }).listener)
    const kept = keepTokens(createClient({ baseUrl }), storage)
    expect(await kept[method](credentials)).toMatchObject({ outcome: 'networkError', cause: new Error('full') })
  })

  it('that can not be written at a refresh is networkError with its cause', async () => {
    const { baseUrl, storage, later } = await signedIn()
    const kept = keepTokens(createClient({ baseUrl }), { get: () => storage.get(), set: broken })
    later()
    expect(await kept.getSelf({})).toMatchObject({ outcome: 'networkError', cause: new Error('full') })
    await expect(kept.signOut()).rejects.toThrow('full')
  })

  it('that answers late never mixes two sessions up', async () => {
    const { baseUrl, later } = await signedIn()
    const memory = memoryTokens()
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
    const storage: TokenStorage = {
      get: async () => {
        const pair = await memory.get()
        await turn()
        return pair
      },
      set: async (pair) => {
        await turn()
        await memory.set(pair)
      },
    }
    const kept = keepTokens(createClient({ baseUrl }), storage)
    await kept.login(credentials)
    later()
    const han = { loginName: 'han', password: 'right' }
    await Promise.all([kept.getSelf({}), kept.login(han), kept.getSelf({}), kept.getSelf({})])
    expect(await kept.getSelf({})).toMatchObject({ body: { data: { Username: 'han' } } })
    await Promise.all([kept.getSelf({}), kept.signOut(), kept.getSelf({})])
    expect(await memory.get()).toBeUndefined()
  })
})

describe('two pages that share a storage', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('ask for one new token between them', async () => {
    vi.stubGlobal('navigator', { locks: webLocks() })
    const { baseUrl, storage, counts, later } = await signedIn()
    const shared: TokenStorage = { get: storage.get, set: storage.set, sharedAs: 'two-pages' }
    // What a page does at the moment it keeps in its modules: loaded again, they are another page's.
    const pages = await Promise.all(
      [1, 2].map(async () => {
        vi.resetModules()
        const { keepTokens } = await import('./keepTokens.ts')
        return keepTokens(createClient({ baseUrl }), { ...shared })
      }),
    )
    later()
    expect(outcomes(await Promise.all(pages.map((page) => page.getSelf({}))))).toEqual(['ok'])
    expect(counts.refreshes).toBe(1)
  })
})
