import { describe, expect, it } from 'vitest'
import { isPassword, isUsername } from './texts.ts'

describe('a password', () => {
  it.each([
    ['12345', false],
    ['123456', true],
    ['🔑🔑🔑🔑🔑🔑', true],
    ['🔑🔑🔑', false],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
  ])('%s: %s', (text, fits) => {
    expect(isPassword(text)).toBe(fits)
  })
})

describe('a username', () => {
  it.each(['li_lei', '李雷', 'a', '1234', 'x'.repeat(64)])('may be %s', (text) => {
    expect(isUsername(text)).toBe(true)
  })

  it.each(['', 'li lei', 'li@lei', '13812345678', '+1 415 555 2671', 'x'.repeat(65), 'a\u0000'])(
    'may not be %j',
    (text) => {
      expect(isUsername(text)).toBe(false)
    },
  )
})
