import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPhone, parseMobile, readsAsPhone } from './phone.ts'

describe('parseMobile', () => {
  test.each([
    ['13812345678', '+8613812345678'],
    ['19912345678', '+8619912345678'],
  ])('%s is a mainland mobile number in either format', (text, e164) => {
    expect(parseMobile(text, 'mainland11')).toBe(e164)
    expect(parseMobile(text, 'mainlandOrE164')).toBe(e164)
    expect(parseMobile(e164, 'mainlandOrE164')).toBe(e164)
    expect(parseMobile(e164, 'mainland11')).toBeUndefined()
  })

  test.each(['+85291234567', '+447911123456', '+12015550123'])('%s is a mobile number of elsewhere', (text) => {
    expect(parseMobile(text, 'mainlandOrE164')).toBe(text)
    expect(formatPhone(text)).toBe(text)
  })

  test.each([
    '',
    '1381234567',
    '138123456789',
    '12812345678',
    '11012345678',
    '02162345678',
    '+862162345678',
    '8613812345678',
    '+86 13812345678',
    '+8613812345678;ext=3',
    '+8613812345678x3',
    ' 13812345678',
    '13812345678\n',
    '１３８１２３４５６７８',
    '138-1234-5678',
    '+',
  ])('%j is none', (text) => expect(parseMobile(text, 'mainlandOrE164')).toBeUndefined())

  test('what it takes is shown as it was typed, and reads as a phone number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (text) => {
        const e164 = parseMobile(text, 'mainland11')
        if (e164 !== undefined) expect(formatPhone(e164)).toBe(text)
        expect(readsAsPhone(text)).toBe(true)
      }),
    )
  })
})

describe('readsAsPhone', () => {
  test.each([
    '13812345678',
    '14112345678',
    '138-1234-5678',
    '138.1234.5678',
    '138_1234_5678',
    '(138)1234/5678',
    '+8613812345678',
    '008613812345678',
    '8613812345678',
    '１３８１２３４５６７８',
    '①③⑧①②③④⑤⑥⑦⑧',
    '١٣٨١٢٣٤٥٦٧٨',
    '१३८१२३४५६७८',
    '13812345678™',
    '1\u0301381234567８',
    '+447911123456',
    '447911123456',
    '0085291234567',
    '12015550123',
  ])('%s does', (text) => expect(readsAsPhone(text)).toBe(true))

  test.each([
    'li_lei',
    '1234567890',
    '20260501',
    '2026',
    '1',
    '13812345678a',
    'tel13812345678',
    '100000000000',
    '110',
    '',
  ])('%j does not', (text) => expect(readsAsPhone(text)).toBe(false))
})
