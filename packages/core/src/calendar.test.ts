import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earliestBirthday, formatDate, formatInstant, parseInstant, wholeYears } from './calendar.ts'

const instant = (text: string) => Date.parse(text)

describe('parseInstant', () => {
  test.each([
    ['2000-01-01', '2000-01-01T00:00:00+08:00'],
    ['2000-02-29', '2000-02-29T00:00:00+08:00'],
    ['1969-07-20', '1969-07-20T00:00:00+08:00'],
    ['1900-01-01', '1900-01-01T00:00:00+08:00'],
    ['1988-07-01', '1988-07-01T00:00:00+08:00'],
    ['2000-01-01T08:00:00+08:00', '2000-01-01T00:00:00Z'],
    ['2000-01-01T08:00:00', '2000-01-01T00:00:00Z'],
    ['2000-01-01 08:00:00', '2000-01-01T00:00:00Z'],
    ['2000-01-01t00:00:00z', '2000-01-01T00:00:00Z'],
    ['2000-01-01T00:00:00.5Z', '2000-01-01T00:00:00.500Z'],
    ['2000-01-01T00:00:00.123456789Z', '2000-01-01T00:00:00.123Z'],
    ['2000-01-01T00:00:00-03:30', '2000-01-01T03:30:00Z'],
    ['0000-03-01T00:00:00Z', '0000-03-01T00:00:00Z'],
  ])('%s is %s', (text, same) => expect(parseInstant(text)).toBe(instant(same)))

  test.each([
    '',
    '2000',
    '2000-1-1',
    '2001-02-29',
    '1900-02-29',
    '2000-04-31',
    '2000-00-01',
    '2000-13-01',
    '2000-01-00',
    '2000-01-32',
    '2000-01-01T24:00:00',
    '2000-01-01T23:60:00',
    '2000-01-01T23:59:60',
    '2000-01-01T08:00',
    '2000-01-01T08:00:00.',
    '2000-01-01T08:00:00+24:00',
    '2000-01-01T08:00:00+0800',
    '2000-01-01+08:00',
    ' 2000-01-01',
    '2000-01-01\n',
    '２０００-01-01',
    '946656000000',
    '+002000-01-01',
  ])('%j is no instant', (text) => expect(parseInstant(text)).toBeUndefined())

  test('agrees with the platform on every real day, and refuses every other', () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const platform = new Date(`${text}T00:00:00Z`)
          const real = platform.getUTCDate() === day && platform.getUTCMonth() === month - 1
          expect(parseInstant(`${text}T00:00:00Z`)).toBe(real ? platform.getTime() : undefined)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('formatInstant', () => {
  test('writes +08:00, and milliseconds only where there are any', () => {
    expect(formatInstant(instant('1999-12-31T16:00:00Z'))).toBe('2000-01-01T00:00:00+08:00')
    expect(formatInstant(instant('1899-12-31T16:00:00Z'))).toBe('1900-01-01T00:00:00+08:00')
    expect(formatInstant(-1)).toBe('1970-01-01T07:59:59.999+08:00')
  })

  test('comes back as the same instant', () => {
    const range = { min: instant('0001-01-01T00:00:00Z'), max: instant('9999-12-31T00:00:00Z') }
    fc.assert(
      fc.property(fc.integer(range), (at) => {
        expect(parseInstant(formatInstant(at))).toBe(at)
        expect(instant(formatInstant(at))).toBe(at)
      }),
    )
  })
})

test('formatDate writes the date in Shanghai, and a date comes back as itself', () => {
  expect(formatDate(instant('1999-12-31T15:59:59.999Z'))).toBe('1999-12-31')
  expect(formatDate(instant('1999-12-31T16:00:00Z'))).toBe('2000-01-01')
  for (const date of ['1900-01-01', '1969-07-20', '1988-07-01', '2024-02-29']) {
    expect(formatDate(parseInstant(date) ?? NaN)).toBe(date)
  }
})

describe('wholeYears', () => {
  test.each([
    ['2000-06-15', '2026-06-14T23:59:59', 25],
    ['2000-06-15', '2026-06-15T00:00:00', 26],
    ['2000-06-15T23:59:59', '2026-06-15T00:00:00', 26],
    ['2004-02-29', '2026-02-28T23:59:59', 21],
    ['2004-02-29', '2026-03-01T00:00:00', 22],
    ['2004-02-29', '2028-02-29T00:00:00', 24],
    ['1900-01-01', '1999-12-31T23:59:59', 99],
    ['1960-12-31', '1969-12-31T00:00:00', 9],
    ['2026-05-01', '2026-05-01T12:00:00', 0],
  ])('from %s to %s: %i', (birthday, now, years) => {
    expect(wholeYears(parseInstant(birthday) ?? NaN, parseInstant(now) ?? NaN)).toBe(years)
  })

  test('counts by the date in Shanghai, not by the date in Greenwich', () => {
    const birthday = instant('2000-06-14T16:00:00Z')
    expect(wholeYears(birthday, instant('2026-06-14T15:59:59Z'))).toBe(25)
    expect(wholeYears(birthday, instant('2026-06-14T16:00:00Z'))).toBe(26)
  })
})

test('the earliest birthday', () => expect(earliestBirthday).toBe(instant('1900-01-01T00:00:00+08:00')))
