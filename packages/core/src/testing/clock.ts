import type { Clock } from '../ports.ts'

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  /** Moves it by so many milliseconds. */
  advance(span: number): void
  /** Moves it to an instant. */
  set(instant: number): void
}

/** A clock that starts at noon of 1 May 2026 in Shanghai, unless told otherwise. */
export function fakeClock(start = 1_777_608_000_000): FakeClock {
  let now = start
  return {
    now: () => now,
    advance: (span) => {
      now += span
    },
    set: (instant) => {
      now = instant
    },
  }
}
