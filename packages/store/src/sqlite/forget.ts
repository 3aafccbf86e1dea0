import { eq, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { unsettledFollows } from './schema.ts'

/**
 * Prepares the end of a removal. Until the log is copied into the database and emptied, both still hold what the removed
 * rows said. Other processes that read may keep it from being emptied: it is not waited for them, which would hold up
 * everybody; the mark stays, and somebody comes again.
 */
export function forget({ client, db }: Connection): (accountId: number) => boolean {
  const unmark = db
    .delete(unsettledFollows)
    .where(eq(unsettledFollows.accountId, sql.placeholder('accountId')))
    .prepare()

  return (accountId) => {
    if (!emptyLog(client)) return false
    unmark.run({ accountId })
    return true
  }
}

function emptyLog(client: Connection['client']): boolean {
  const patience = client.pragma('busy_timeout', { simple: true })
  client.pragma('busy_timeout = 0')
  try {
    const [state] = client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return state?.busy === 0
  } finally {
    client.pragma(`busy_timeout = ${patience}`)
  }
}
