import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localTokens, memoryTokens } from './storage.ts'

const pair = { token: 'a', refreshToken: 'r' }

describe('memoryTokens', () => {
  it('begins with what it is given, or with nothing', () => {
    expect(memoryTokens().get()).toBeUndefined()
    expect(memoryTokens(pair).get()).toBe(pair)
  })
})

describe('localTokens', () => {
  const items = new Map<string, string>()
  beforeEach(() => {
    items.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
      removeItem: (key: string) => items.delete(key),
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('keeps a pair under its key, which is also its name', async () => {
    const storage = localTokens('work')
    await storage.set(pair)
    expect(await storage.get()).toEqual(pair)
    expect(storage.sharedAs).toBe('work')
    expect(await localTokens().get()).toBeUndefined()
    await storage.set(undefined)
    expect(items.size).toBe(0)
  })

  it('is the same storage for the same key', () => {
    expect(localTokens('a')).toBe(localTokens('a'))
    expect(localTokens('a')).not.toBe(localTokens('b'))
  })

  it.each(['', 'null', '7', '[]', '{"token":"a"}', '{"token":"a","refreshToken":7}', '{"token":'])(
    'takes %j for no pair',
    async (text) => {
      items.set('acct_tokens', text)
      expect(await localTokens().get()).toBeUndefined()
    },
  )
})
