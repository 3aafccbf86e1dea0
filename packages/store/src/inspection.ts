import type { Migration } from './migrations.ts'

/** What an operator sees counted, and the tables of it. */
const counted = {
  accounts: 'accounts',
  identities: 'identities',
  sessions: 'sessions',
  tokens: 'tokens',
  codes: 'codes',
  passwordTries: 'password_tries',
  pictures: 'pictures',
  messages: 'messages',
} as const

/** How many rows there are of each. */
export type RowCounts = Record<keyof typeof counted, number>

/** How far a database's schema has come. */
export interface MigrationState {
  applied: number
  known: number
  latest: string | null
}

/** Compares what was applied, by when it was written, with what this program knows. */
export function migrationState(applied: readonly number[], known: readonly Migration[]): MigrationState {
  return {
    applied: applied.length,
    known: known.length,
    latest: known.findLast(({ writtenAt }) => applied.includes(writtenAt))?.name ?? null,
  }
}

/** One statement that counts them all, with a column for each. */
export const countingRows = `select ${Object.entries(counted)
  .map(([name, table]) => `(select count(*) from ${table}) as "${name}"`)
  .join(', ')}`
