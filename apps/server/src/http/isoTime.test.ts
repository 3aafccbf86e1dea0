import { afterEach, expect, test, vi } from 'vitest'
import { isoTime } from './isoTime.ts'

afterEach(() => void vi.useRealTimers())

test('writes the time as Date does, whichever way the clock goes', () => {
  vi.useFakeTimers()
  for (const time of [
    '2026-03-01T12:00:00.000Z',
    '2026-03-01T12:00:00.007Z',
    '2026-03-01T12:00:00.999Z',
    '2026-03-01T12:00:01.000Z',
    '2026-02-28T23:59:59.123Z',
    '2027-01-01T00:00:00.050Z',
  ]) {
    vi.setSystemTime(new Date(time))
    expect(isoTime()).toBe(time)
    expect(isoTime()).toBe(time)
  }
})
