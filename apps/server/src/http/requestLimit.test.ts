import { expect, test } from 'vitest'
import { requestLimit } from './requestLimit.ts'

test('lets a source have its requests within a minute, and tells how long it has to wait then', () => {
  const limit = requestLimit(2)
  expect(limit.count('192.0.2.1', 1000)).toBe(0)
  expect(limit.count('192.0.2.1', 31_000)).toBe(0)
  expect(limit.count('192.0.2.1', 31_000)).toBe(30_000)
  expect(limit.count('192.0.2.1', 60_999)).toBe(1)
  expect(limit.count('192.0.2.1', 61_000)).toBe(0)
  expect(limit.count('192.0.2.1', 61_001)).toBe(0)
  expect(limit.count('192.0.2.1', 61_002)).toBe(59_998)
})

test('counts each source by itself', () => {
  const limit = requestLimit(1)
  expect(limit.count('192.0.2.1', 0)).toBe(0)
  expect(limit.count('192.0.2.2', 0)).toBe(0)
  expect(limit.count('192.0.2.1', 0)).toBe(60_000)
})

test('forgets the source whose window ends first when there are too many', () => {
  const limit = requestLimit(1)
  for (let index = 0; index < 50_000; index++) limit.count(`source ${index}`, index / 1000)
  expect(limit.count('source 0', 50)).toBeGreaterThan(0)
  expect(limit.count('one more', 50)).toBe(0)
  expect(limit.count('source 1', 50)).toBeGreaterThan(0)
  expect(limit.count('source 0', 50)).toBe(0)
})
