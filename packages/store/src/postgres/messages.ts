import type { MessageStore } from '@acct/core'
import { and, asc, count, desc, eq, getTableColumns, lt, lte, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { messages } from './schema.ts'
import { changes, first, rows } from './statements.ts'
import { lockSome, removeSome } from './sweeping.ts'

const { placeholder } = sql

// A condition of a partial index must stand in the statement, word by word.
const queued = sql`state = 'queued'`
const pending = sql`state in ('queued', 'sending')`

/** Messages on PostgreSQL. */
export function messageStore({ prepared }: Connection): MessageStore {
  const { read, change } = prepared(statements)
  return {
    list: ({ toKey, limit }) =>
      read(async ({ newest, newestTo }) =>
        (await (toKey === undefined ? newest({ limit }) : newestTo({ toKey, limit }))).map(full),
      ),
    claim: async ({ channel, now }) => {
      for (;;) {
        const taken = await change(({ take }) => take({ channel, now }))
        if (taken === undefined) return undefined
        if (taken.state === 'sending') return full(withoutState(taken))
      }
    },
    retry: (id, dueAt) => change(async ({ requeue }) => void (await requeue({ id, dueAt }))),
    settle: (id, state) => change(async ({ settle }) => void (await settle({ id, state }))),
    countWaiting: (channel) => read(async ({ waiting }) => (await waiting({ channel }))?.waiting ?? 0),
    wipeExpired: (now, limit) => change(({ wipeExpired }) => wipeExpired({ now, limit })),
    removeOld: (before, limit) => change(({ removeOld }) => removeOld({ before, limit })),
  }
}

function statements(db: Db) {
  const { toKey, state, came, dueAt, ...shown } = getTableColumns(messages)
  const thisOne = eq(messages.id, placeholder('id'))
  const inInbox = sql`state = 'inbox'`
  const ofChannel = and(queued, eq(messages.channel, placeholder('channel')))
  const next = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(ofChannel, lte(dueAt, placeholder('now'))))
    .orderBy(asc(dueAt), asc(came))
    .limit(1)
    .for('update', { skipLocked: true })
  const expired = lockSome(db, {
    table: messages,
    key: [messages.id],
    where: and(pending, lte(messages.expiresAt, placeholder('now'))),
  })
  const isExpired = lte(messages.expiresAt, sql`${placeholder('now')}::bigint`)
  return {
    newest: rows(db.select(shown).from(messages).where(inInbox).orderBy(desc(came)).limit(placeholder('limit'))),
    newestTo: rows(
      db
        .select(shown)
        .from(messages)
        .where(and(eq(toKey, placeholder('toKey')), inInbox))
        .orderBy(desc(came))
        .limit(placeholder('limit')),
    ),
    waiting: first(db.select({ waiting: count() }).from(messages).where(ofChannel)),
    // Who takes one at the same moment finds it locked and takes the next.
    take: first(
      db
        .update(messages)
        .set({
          state: sql`case when ${isExpired} then 'failed' else 'sending' end`,
          sealed: sql`case when ${isExpired} then null else ${messages.sealed} end`,
          attempts: sql`${messages.attempts} + 1`,
        })
        .where(sql`${messages.id} = (${next})`)
        .returning({ ...shown, state }),
    ),
    requeue: changes(
      db
        .update(messages)
        .set({ state: 'queued', dueAt: sql`${placeholder('dueAt')}` })
        .where(and(thisOne, eq(state, 'sending'))),
    ),
    settle: changes(
      db
        .update(messages)
        .set({ state: sql`${placeholder('state')}`, sealed: null })
        .where(and(thisOne, pending)),
    ),
    // What a crash left in `sending` may have arrived.
    wipeExpired: changes(
      db
        .with(expired.found)
        .update(messages)
        .set({ state: sql`case when ${queued} then 'failed' else 'unclear' end`, sealed: null })
        .where(expired.isFound),
    ),
    removeOld: removeSome(db, { table: messages, key: [messages.id], where: lt(messages.at, placeholder('before')) }),
  }
}

function withoutState<Row extends { state: unknown }>({ state, ...row }: Row): Omit<Row, 'state'> {
  return row
}

/** What is read is in the inbox or was queued: it has not been wiped. */
function full<Row extends { id: number; sealed: Uint8Array | null }>(row: Row): Row & { sealed: Uint8Array } {
  const { sealed } = row
  if (sealed === null) throw new Error(`message ${row.id} was wiped too early`)
  return { ...row, sealed }
}
