import { createHash } from 'node:crypto'

// Who is in the databases. Everything about the nth person follows from n, so that a process that makes load needs to be
// told nothing but numbers, and every run meets the same people.

export const password = 'bench_password_1'

const hash = (text: string) => createHash('sha256').update(text)

/** A number for each index, none twice, in no order: as random as the server's own ids. */
export function accountIdOf(person: number): number {
  return 10 + Number((BigInt(person) * 6_364_136_223_846_793_005n) % 9_007_199_254_740_881n)
}

/** All are of the same length, so that the answers about them are too. */
export const usernameOf = (person: number): string => `person_${String(person).padStart(7, '0')}`

/** A mainland mobile number, 11 digits. */
export const numberOf = (person: number): string => `139${String(person).padStart(8, '0')}`

export const phoneOf = (person: number): string => `+86${numberOf(person)}`

export const emailOf = (person: number): string => `${usernameOf(person)}@example.com`

const tokenOf = (prefix: string, person: number) => prefix + hash(`${prefix} ${person}`).digest('base64url')

/** The token of the session that the nth person has. */
export const sessionTokenOf = (person: number): string => tokenOf('acct_s_', person)

/** An access token of the same session. */
export const accessTokenOf = (person: number): string => tokenOf('acct_a_', person)

/** What the server keeps of a token. */
export const keptTokenOf = (token: string): Buffer => hash(token).digest()

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
