import { expect, it } from 'vitest'
import { drawCode } from './code.ts'

/** A generator that gives these numbers one after another, four bytes each. */
function numbers(...given: number[]) {
  return {
    bytes: () => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(given.shift() ?? 0)
      return bytes
    },
  }
}

it('a code has six digits, the zeros before it too', () => {
  expect(drawCode(numbers(42))).toBe('000042')
  expect(drawCode(numbers(1_234_567))).toBe('234567')
})

it('no code is likelier than others: a number above the last whole million is drawn again', () => {
  expect(drawCode(numbers(4_293_999_999))).toBe('999999')
  expect(drawCode(numbers(4_294_000_000, 2 ** 32 - 1, 7))).toBe('000007')
})
