import type Database from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { asUnavailable, isBusy } from './machinery.ts'
import { unsettledFollows } from './schema.ts'

// A database up to this size is rewritten within a tenth of a second.
const rewrittenUpTo = 8 * 1024 * 1024

/**
 * Prepares the end of removals. What a deleted row said still stands in the log until that is copied and emptied. It may
 * also stand in the unused part of a page: `secure_delete` overwrites what is deleted where it is, but not the copy that
 * stays behind when SQLite moves rows to another page. Only rewriting the database leaves none, so a small one is
 * rewritten; in a large one, which that would block for seconds, copies of some values stay until SQLite uses those bytes
 * or an operator runs `acct compact`.
 *
 * Other processes that read or write may keep it from being done. It is not waited for them, which would hold everybody
 * up: it tells so, and somebody comes again.
 */
export function forget({ client, db, write }: Connection): (accountIds: readonly number[]) => Promise<boolean> {
  const unmark = db
    .delete(unsettledFollows)
    .where(eq(unsettledFollows.accountId, sql.placeholder('accountId')))
    .prepare()

  return async (accountIds) => {
    if (!rewrite(client)) return false
    await write(() => {
      for (const accountId of accountIds) unmark.run({ accountId })
    })
    return true
  }
}

function rewrite(client: Database.Database): boolean {
  const pragma = (source: string) => Number(client.pragma(source, { simple: true }))
  try {
    if (pragma('page_count') * pragma('page_size') <= rewrittenUpTo) client.exec('vacuum')
    // Its first column tells whether somebody was in the way.
    return pragma('wal_checkpoint(TRUNCATE)') === 0
  } catch (error) {
    if (isBusy(error)) return false
    throw asUnavailable(error)
  }
}
