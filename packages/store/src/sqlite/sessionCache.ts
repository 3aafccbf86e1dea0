import type { KeptProfile, KeptSession, Session } from '@acct/core'
import type Database from 'better-sqlite3'
import type { ForeignWrites } from './foreignWrites.ts'

/** A session as it was read, with the profile that its owner sees. */
interface CachedSession {
  kept: KeptSession
  /** When what it was found by stops opening it. */
  endsAt: number
  profile: KeptProfile
}

/** What was read of sessions and still stands in the database. */
export interface SessionCache {
  /** By what it was found by. */
  find(key: string): CachedSession | undefined
  profileOf(session: Session): KeptProfile | undefined
  keep(key: string, session: CachedSession): void
}

/** What was read of an account. Once a row that it was read from changes, it is told to no one. */
interface Account {
  isCurrent: boolean
  profile: KeptProfile
  sessionIds: Set<number>
}

/** So many sessions take about 30 MB. */
const most = 50_000

// Everything that a cached session was read from. Rows that are added change none: a new session or token is not cached
// yet, and a new picture shows only once its account names it.
const watched = [
  { table: 'accounts', event: 'update', account: 'old.id' },
  { table: 'accounts', event: 'delete', account: 'old.id' },
  { table: 'sessions', event: 'update', account: 'old.account_id' },
  { table: 'sessions', event: 'delete', account: 'old.account_id' },
  { table: 'pictures', event: 'update', account: 'old.account_id' },
  { table: 'pictures', event: 'delete', account: 'old.account_id' },
  {
    table: 'tokens',
    event: 'delete',
    account: '(select account_id from main.sessions where id = old.session_id)',
  },
]

/**
 * Spares who is known already a search through the database, and never shows what is over. SQLite itself tells what our own
 * connection changes, row by row, within the transaction: triggers that only this connection has. That another one has
 * committed something is asked anew for each request; then everything is forgotten.
 */
export function sessionCache(client: Database.Database, foreign: ForeignWrites): SessionCache {
  const sessions = new Map<string, { session: CachedSession; account: Account }>()
  const accounts = new Map<number, Account>()
  const forgetAll = () => {
    sessions.clear()
    accounts.clear()
  }
  const forget = (accountId: unknown) => {
    const account = accounts.get(accountId as number)
    if (account !== undefined) account.isCurrent = false
    accounts.delete(accountId as number)
    return null
  }
  client.function('forget_account', { directOnly: false }, forget)
  for (const { table, event, account } of watched) {
    client.exec(
      `create temp trigger forget_${table}_${event} after ${event} on main.${table} begin select forget_account(${account}); end`,
    )
  }

  const refresh = () => {
    if (foreign.happened()) forgetAll()
  }

  return {
    find: (key) => {
      refresh()
      const found = sessions.get(key)
      return found?.account.isCurrent ? found.session : undefined
    },
    profileOf: ({ id, accountId }) => {
      refresh()
      const account = accounts.get(accountId)
      return account?.sessionIds.has(id) ? account.profile : undefined
    },
    keep: (key, session) => {
      if (sessions.size >= most) forgetAll()
      const { id, accountId } = session.kept.session
      const account = accounts.get(accountId) ?? { isCurrent: true, profile: session.profile, sessionIds: new Set() }
      account.sessionIds.add(id)
      accounts.set(accountId, account)
      sessions.set(key, { session, account })
    },
  }
}
