import { describe, expect, test } from 'vitest'
import { Unavailable } from './errors.ts'
import { randomId, randomText } from './random.ts'
import { seededRandom } from './testing/index.ts'
import { codePoints, isWellFormed } from './text.ts'
import { createTurns } from './turns.ts'

describe('turns', () => {
  test('tasks of one key go one after another, those of others beside them', async () => {
    const inTurn = createTurns()
    const log: string[] = []
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const first = inTurn('a', async () => {
      await opened
      log.push('first')
    })
    const second = inTurn('a', async () => void log.push('second'))
    await inTurn('b', async () => void log.push('other'))
    open()
    await Promise.all([first, second])
    expect(log).toEqual(['other', 'first', 'second'])
  })

  test('a task that fails fails alone', async () => {
    const inTurn = createTurns()
    const failing = inTurn('a', async () => Promise.reject(new Error('mine')))
    const next = inTurn('a', async () => 'done')
    await expect(failing).rejects.toThrow('mine')
    expect(await next).toBe('done')
  })

  test('a line that is full refuses, and takes again once it has moved', async () => {
    const inTurn = createTurns(2)
    const waiting = [inTurn('a', async () => 1), inTurn('a', async () => 2)]
    await expect(inTurn('a', async () => 3)).rejects.toThrow(Unavailable)
    expect(await inTurn('b', async () => 4)).toBe(4)
    expect(await Promise.all(waiting)).toEqual([1, 2])
    expect(await inTurn('a', async () => 5)).toBe(5)
  })
})

test('ids are positive and fill 53 bits', () => {
  const random = seededRandom()
  const ids = Array.from({ length: 1000 }, () => randomId(random))
  expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true)
  expect(Math.max(...ids)).toBeGreaterThan(2 ** 52)
  expect(new Set(ids).size).toBe(1000)
  expect(randomId({ bytes: () => new Uint8Array(7).fill(0xff) })).toBe(Number.MAX_SAFE_INTEGER)
  const zeroFirst = [new Uint8Array(7), new Uint8Array(7).fill(1)]
  expect(randomId({ bytes: () => zeroFirst.shift() ?? new Uint8Array() })).toBe(0x1010101010101)
})

test('random texts are 256 bits of base64url', () => {
  expect(randomText(seededRandom())).toMatch(/^[\w-]{43}$/)
})

test('characters are code points, and lone surrogates are none', () => {
  expect(codePoints('李雷😀')).toBe(3)
  expect(codePoints('')).toBe(0)
  expect(isWellFormed('李雷😀')).toBe(true)
  expect(isWellFormed('a\ud83d')).toBe(false)
})
