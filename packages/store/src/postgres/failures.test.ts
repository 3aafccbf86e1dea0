import { Unavailable } from '@acct/core'
import { expect, test } from 'vitest'
import { isBroken, unavailable, wasCutOff } from './failures.ts'

test.each([
  // A database that stands still would let each of its connections be waited for, one after another.
  ['Query read timeout', false],
  ['Connection terminated unexpectedly', true],
])('what the driver calls “%s” is run once more: %s', (message, expected) => {
  const error = new Error(message)
  expect(wasCutOff(error)).toBe(expected)
  expect(isBroken(error)).toBe(true)
  expect(unavailable(error)).toBeInstanceOf(Unavailable)
})
