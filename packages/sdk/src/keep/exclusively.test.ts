import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { webLocks } from '../../test/locks.ts'
import { exclusively, type Waits } from './exclusively.ts'

const waits: Waits = { hearing: 50, patience: 10_000 }

// Time passes when a test says so; messages between channels arrive by themselves.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Lets all messages arrive that are on their way, and then so many milliseconds pass. */
async function pass(milliseconds: number): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
  vi.advanceTimersByTime(milliseconds)
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Work that goes on until it is told to end. */
function workshop() {
  const atWork: (() => void)[] = []
  const work = async () => {
    await new Promise<void>((resolve) => atWork.push(resolve))
    return 'done'
  }
  return { work, atWork, endOne: () => atWork.shift()?.() }
}

describe.each([
  ['Web Locks', () => vi.stubGlobal('navigator', { locks: webLocks() })],
  ['BroadcastChannel', () => vi.stubGlobal('navigator', undefined)],
])('with %s', (_, stub) => {
  beforeEach(stub)

  it('who comes later waits for who is at work', async () => {
    const { work, atWork, endOne } = workshop()
    const first = exclusively('later', work, waits)
    await pass(waits.hearing)
    const second = exclusively('later', work, waits)
    await pass(waits.hearing)
    expect(atWork).toHaveLength(1)
    endOne()
    expect(await first).toBe('done')
    await pass(waits.hearing)
    expect(atWork).toHaveLength(1)
    endOne()
    expect(await second).toBe('done')
  })

  it('of two that begin at the same time one waits', async () => {
    const { work, atWork, endOne } = workshop()
    const both = Promise.all([exclusively('same time', work, waits), exclusively('same time', work, waits)])
    await pass(waits.hearing)
    expect(atWork).toHaveLength(1)
    endOne()
    await pass(waits.hearing)
    expect(atWork).toHaveLength(1)
    endOne()
    expect(await both).toEqual(['done', 'done'])
  })

  it('another name is not waited for', async () => {
    const { work, atWork, endOne } = workshop()
    const both = Promise.all([exclusively('one name', work, waits), exclusively('another', work, waits)])
    await pass(waits.hearing)
    expect(atWork).toHaveLength(2)
    endOne()
    endOne()
    await both
  })

  it('nobody waits longer than their patience', async () => {
    const { work, atWork, endOne } = workshop()
    const both = Promise.all([exclusively('patience', work, waits), exclusively('patience', work, waits)])
    await pass(waits.hearing)
    expect(atWork).toHaveLength(1)
    await pass(waits.patience)
    expect(atWork).toHaveLength(2)
    endOne()
    endOne()
    expect(await both).toEqual(['done', 'done'])
  })

  it('work that fails is done, and rejects', async () => {
    const fails = exclusively('fails', () => Promise.reject(new Error('broken')), waits)
    const next = exclusively('fails', async () => 'done', waits)
    const failed = expect(fails).rejects.toThrow('broken')
    await pass(waits.hearing)
    await pass(waits.hearing)
    await failed
    expect(await next).toBe('done')
  })

  it('five that begin at the same time all get their turn, and leave no timer behind', async () => {
    const done: number[] = []
    const works = [1, 2, 3, 4, 5].map((n) => exclusively('five', async () => done.push(n), waits))
    for (const _ of works) await pass(waits.hearing)
    expect(done).toHaveLength(5)
    await Promise.all(works)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('at once', () => {
  it('goes to work without a name', async () => {
    vi.stubGlobal('navigator', { locks: { request: () => expect.unreachable() } })
    expect(await exclusively(undefined, async () => 'done')).toBe('done')
  })

  it('goes to work where tabs can not talk to each other', async () => {
    vi.stubGlobal('navigator', undefined)
    vi.stubGlobal('BroadcastChannel', undefined)
    expect(await exclusively('alone', async () => 'done')).toBe('done')
  })

  it('goes to work where locks are refused', async () => {
    const request = () => Promise.reject(new DOMException('not here', 'SecurityError'))
    vi.stubGlobal('navigator', { locks: { request } })
    expect(await exclusively('refused', async () => 'done')).toBe('done')
  })
})
