import { describe, expect, test } from 'vitest'
import { drawCode } from './codes/code.ts'
import { Unavailable } from './errors.ts'
import { randomId, randomText } from './random.ts'
import { createSecrets } from './secrets.ts'
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

test('codes are six digits, leading zeros included, and each is as likely', () => {
  const random = seededRandom('codes')
  const codes = Array.from({ length: 5000 }, () => drawCode(random))
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
  for (let digit = 0; digit < 10; digit += 1) {
    const share = codes.filter((code) => code.startsWith(String(digit))).length / codes.length
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.12)
  }
  const above = [new Uint8Array(4).fill(0xff), new Uint8Array([0, 0, 0, 42])]
  expect(drawCode({ bytes: () => above.shift() ?? new Uint8Array() })).toBe('000042')
})

describe('secrets', () => {
  const secret = new Uint8Array(32).fill(1)
  const secrets = createSecrets(secret, seededRandom('seal'))

  test('what is sealed comes back, never twice the same, and only unchanged under the same secret', () => {
    const sealed = secrets.seal('验证码 123456')
    expect(secrets.open(sealed)).toBe('验证码 123456')
    expect(Buffer.from(sealed).equals(secrets.seal('验证码 123456'))).toBe(false)
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(secrets.open(changed)).toBeUndefined()
    }
    expect(secrets.open(sealed.subarray(0, 20))).toBeUndefined()
    const other = createSecrets(new Uint8Array(32).fill(2), seededRandom('seal'))
    expect(other.open(sealed)).toBeUndefined()
    expect(other.hash('code', 'a')).not.toEqual(secrets.hash('code', 'a'))
  })

  test('a hash depends on its purpose and on where its parts end', () => {
    const hashes = [
      secrets.hash('code', 'a', 'b'),
      secrets.hash('code', 'ab'),
      secrets.hash('code', 'a,b'),
      secrets.hash('code', 'a","b'),
      secrets.hash('counter', 'a', 'b'),
    ]
    expect(new Set(hashes.map((hash) => Buffer.from(hash).toString('hex'))).size).toBe(hashes.length)
    expect(secrets.hash('code', 'a', 'b')).toEqual(hashes[0])
  })

  test('one below 32 bytes is refused', () => {
    expect(() => createSecrets(secret.subarray(1), seededRandom())).toThrow(RangeError)
  })
})
