import { createHash } from 'node:crypto'

// Who is in a filled database. Everything about the nth account follows from n, in SQL (fill.ts) and here alike.

/** Spread over all ids as random ones are, and none twice. */
export const idOf = (person: number): number => 1 + spread(person, 1_103_515_245n)
export const sessionIdOf = (person: number): number => 2 + spread(person, 48_271n)

const spread = (person: number, factor: bigint) => Number(((BigInt(person) * factor) % 2_147_483_647n) * 2_097_143n)

export const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest()

export const usernameKeyOf = (person: number): string => `user_${person}`
export const phoneOf = (person: number): string => `+861${3_000_000_000 + person}`
export const emailOf = (person: number): string => `user_${person}@example.com`
export const passwordHashOf = (person: number): string => `$argon2id$v=19$m=19456,t=2,p=1$of person ${person}`
export const avatarOf = (person: number): string => `avatar-${person}`

/** Seeded, so that every run draws the same (mulberry32). Whole numbers from 0 to below `end`. */
export function drawer(seed: number): (end: number) => number {
  let state = seed
  return (end) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end)
  }
}
