import type Database from 'better-sqlite3'

/**
 * Settles what must not happen a second time in a database that was restored: a code or a ticket that was used since opens
 * nothing any more, and a message that was sent since is not sent again. Sessions that were ended since are open again,
 * unless all are ended. It belongs into a transaction; its lines in the audit log say who did it.
 */
export function settleRestored(
  client: Database.Database,
  { endsSessions, by, at }: { endsSessions: boolean; by: string; at: number },
): void {
  client.exec(`delete from codes;
    delete from reset_tickets;
    update messages set state = 'unclear', sealed = null where state in ('queued', 'sending')`)
  const note = client.prepare(
    `insert into audit (at, actor, action, outcome, source, times) values (?, 'operator', ?, 'done', ?, 1)`,
  )
  note.run(at, 'restore', by)
  if (!endsSessions) return
  client.exec('delete from sessions')
  note.run(at, 'endSessions', by)
}
