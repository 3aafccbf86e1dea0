import type { MessageStore } from '@acct/core'
import { and, asc, count, desc, eq, getTableColumns, lt, lte, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { messages } from './schema.ts'

const { placeholder } = sql

// A condition of a partial index must stand in the statement, word by word.
const queued = sql`state = 'queued'`
const pending = sql`state in ('queued', 'sending')`

/** Messages on SQLite. */
export function messageStore({ db, read, write }: Connection): MessageStore {
  const { toKey, state, dueAt, ...shown } = getTableColumns(messages)
  const thisOne = eq(messages.id, placeholder('id'))
  const inInbox = eq(messages.state, 'inbox')
  const newest = db
    .select(shown)
    .from(messages)
    .where(inInbox)
    .orderBy(desc(messages.id))
    .limit(placeholder('limit'))
    .prepare()
  // The plus keeps SQLite from walking the whole inbox for the messages of one address.
  const newestTo = db
    .select(shown)
    .from(messages)
    .where(and(eq(toKey, placeholder('toKey')), sql`+${inInbox}`))
    .orderBy(desc(messages.id))
    .limit(placeholder('limit'))
    .prepare()
  const ofChannel = and(queued, eq(messages.channel, placeholder('channel')))
  const waiting = db.select({ waiting: count() }).from(messages).where(ofChannel).prepare()
  const nextDue = db
    .select({ id: messages.id, expiresAt: messages.expiresAt })
    .from(messages)
    .where(and(ofChannel, lte(dueAt, placeholder('now'))))
    .orderBy(asc(dueAt))
    .limit(1)
    .prepare()
  const take = db
    .update(messages)
    .set({ state: 'sending', attempts: sql`${messages.attempts} + 1` })
    .where(thisOne)
    .returning(shown)
    .prepare()
  const requeue = db
    .update(messages)
    .set({ state: 'queued', dueAt: sql`${placeholder('dueAt')}` })
    .where(and(thisOne, eq(state, 'sending')))
    .prepare()
  const settle = db
    .update(messages)
    .set({ state: sql`${placeholder('state')}`, sealed: null })
    .where(and(thisOne, pending))
    .prepare()
  // What a crash left in `sending` may have arrived.
  const wipeExpired = db
    .update(messages)
    .set({ state: sql`iif(${queued}, 'failed', 'unclear')`, sealed: null })
    .where(and(pending, lte(messages.expiresAt, placeholder('now'))))
    .limit(placeholder('limit'))
    .prepare()
  const removeOld = db
    .delete(messages)
    .where(lt(messages.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    list: ({ toKey, limit }) =>
      read(() => (toKey === undefined ? newest.all({ limit }) : newestTo.all({ toKey, limit })).map(full)),
    claim: ({ channel, now }) =>
      write(() => {
        for (;;) {
          const next = nextDue.get({ channel, now })
          if (next === undefined) return undefined
          if (next.expiresAt > now) return full(take.get(next))
          settle.run({ id: next.id, state: 'failed' })
        }
      }),
    retry: (id, dueAt) => write(() => void requeue.run({ id, dueAt })),
    settle: (id, state) => write(() => void settle.run({ id, state })),
    countWaiting: (channel) => read(() => waiting.get({ channel })?.waiting ?? 0),
    wipeExpired: (now, limit) => write(() => wipeExpired.run({ now, limit }).changes),
    removeOld: (before, limit) => write(() => removeOld.run({ before, limit }).changes),
  }
}

/** What is read is in the inbox or was queued: it has not been wiped. */
function full<Row extends { id: number; sealed: Uint8Array | null }>(row: Row): Row & { sealed: Uint8Array } {
  const { sealed } = row
  if (sealed === null) throw new Error(`message ${row.id} was wiped too early`)
  return { ...row, sealed }
}
