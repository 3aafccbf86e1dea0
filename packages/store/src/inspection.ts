import type { Migration } from './migrations.ts'
import type { AppliedMigration } from './pendingMigrations.ts'

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
  /** Of those that this program knows. */
  applied: number
  known: number
  /** The last of these; null where there is none. */
  latest: string | null
  /** Those of a newer release, which this program works beside. */
  newer: number
}

/** Compares what was applied, by when it was written, with what this program knows. */
export function migrationState(applied: readonly AppliedMigration[], known: readonly Migration[]): MigrationState {
  const ours = known.filter((migration) => applied.some(({ writtenAt }) => writtenAt === migration.writtenAt))
  return {
    applied: ours.length,
    known: known.length,
    latest: ours.at(-1)?.name ?? null,
    newer: applied.length - ours.length,
  }
}

/** One statement that counts them all, with a column for each. */
export const countingRows = `select ${Object.entries(counted)
  .map(([name, table]) => `(select count(*) from ${table}) as "${name}"`)
  .join(', ')}`
