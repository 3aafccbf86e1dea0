import { describe, expect, it } from 'vitest'
import { addressFrom, formatPhone, phoneFrom } from './address.ts'

describe('a number', () => {
  it.each([
    ['13812345678', '8613812345678'],
    ['138 1234 5678', '8613812345678'],
    ['138-1234-5678', '8613812345678'],
    ['１３８１２３４５６７８', '8613812345678'],
    ['+86 138 1234 5678', '8613812345678'],
    ['0086 13812345678', '8613812345678'],
    ['8613812345678', '8613812345678'],
    ['+1 (415) 555-2671', '14155552671'],
    ['0044 7911 123456', '447911123456'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(phoneFrom(typed)).toBe(sent)
  })

  it.each(['', '12345', '12812345678', '1381234567', '4155552671', '+0138', 'li_lei', '+861381234567a'])(
    '%j is none',
    (typed) => {
      expect(phoneFrom(typed)).toBeUndefined()
    },
  )

  it('is read in groups in mainland China, and with its plus elsewhere', () => {
    expect([formatPhone('8613812345678'), formatPhone('14155552671')]).toEqual(['138 1234 5678', '+14155552671'])
  })
})

describe('an address', () => {
  it('is an e-mail if it has an @', () => {
    expect(addressFrom(' li.lei@example.com ')).toEqual({ kind: 'email', value: 'li.lei@example.com' })
  })

  it('is a number if it can be one', () => {
    expect(addressFrom('+86 13812345678')).toEqual({ kind: 'phone', value: '8613812345678' })
  })

  it.each(['li_lei', 'li@lei', 'a b@c.d', ''])('is not %j', (typed) => {
    expect(addressFrom(typed)).toBeUndefined()
  })
})
