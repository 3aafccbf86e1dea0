import { describe, expect, it } from 'vitest'
import { whoFrom } from './whoFrom.ts'

describe('whoFrom', () => {
  it.each([
    ['4503599627370497', 4503599627370497],
    ['  4503599627370497 ', 4503599627370497],
    ['４５０３', 4503],
    ['https://id.example.com/u/4503599627370497', 4503599627370497],
    ['http://localhost:3000/u/7/', 7],
    ['id.example.com/u/7?from=qr', 7],
    ['/u/7', 7],
    ['https://id.example.com/account/people/7#top', 7],
  ])('reads %s', (typed, id) => {
    expect(whoFrom(typed)).toBe(id)
  })

  it.each([
    '',
    '0',
    '007',
    '-7',
    '1e3',
    '7.5',
    '9007199254740993',
    '12345678901234567890',
    'li_lei',
    'https://id.example.com/v/7',
    'https://id.example.com/u/',
    '7 8',
  ])('refuses %s', (typed) => {
    expect(whoFrom(typed)).toBeUndefined()
  })
})
