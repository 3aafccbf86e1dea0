import type { Migration } from './migrations.ts'

/** A migration that a database has. */
export interface AppliedMigration {
  writtenAt: number
  /** See `Migration`; null where nothing says so. */
  worksFrom: number | null
}

/**
 * The migrations that a database still needs; `newer` for one that this program must not use.
 *
 * One release ahead is not too new: while processes are replaced one by one, those of the old release go on beside the new
 * one's schema, and must be able to start again. Every migration says from which one on a program works beside it.
 */
export function pendingOf(applied: readonly AppliedMigration[], known: readonly Migration[]): Migration[] | 'newer' {
  const unknown = applied.filter(({ writtenAt }) => !known.some((each) => each.writtenAt === writtenAt))
  const pending = known.filter(({ writtenAt }) => !applied.some((each) => each.writtenAt === writtenAt))
  if (unknown.length === 0) return pending
  const worksBeside = unknown.every(({ worksFrom }) => known.some(({ writtenAt }) => writtenAt === worksFrom))
  // One that lacks what we know and has what we do not has another history than ours.
  return worksBeside && pending.length === 0 ? [] : 'newer'
}
