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

/** What was read of an account, until a row that it was read from changes. */
interface Account {
  profile: KeptProfile
  /** Few. As lists, 50,000 sessions took 42 MB in all; as sets 53. */
  sessionIds: number[]
  /** What its sessions were found by. */
  keys: string[]
}

/** So many sessions take about 40 MB. */
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
 * committed something is asked anew for each request; then everything is forgotten. When it is full, those go that were
 * read first.
 */
export function sessionCache(client: Database.Database, foreign: ForeignWrites, capacity = most): SessionCache {
  const sessions = new Map<string, CachedSession>()
  const accounts = new Map<number, Account>()
  const forgetAll = () => {
    sessions.clear()
    accounts.clear()
  }
  const forget = (accountId: number) => {
    for (const key of accounts.get(accountId)?.keys ?? []) sessions.delete(key)
    accounts.delete(accountId)
  }
  // A hundredth at a time: a map finds its first entry by passing over the places of all that have gone before it.
  const forgetOldest = () => {
    for (const { kept } of sessions.values()) {
      if (sessions.size <= 0.99 * capacity) return
      forget(kept.session.accountId)
    }
  }
  client.function('forget_account', { directOnly: false }, (accountId) => {
    forget(accountId as number)
    return null
  })
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
      return sessions.get(key)
    },
    profileOf: ({ id, accountId }) => {
      refresh()
      const account = accounts.get(accountId)
      return account?.sessionIds.includes(id) ? account.profile : undefined
    },
    keep: (key, session) => {
      if (sessions.size >= capacity) forgetOldest()
      const { id, accountId } = session.kept.session
      const account = accounts.get(accountId)
      if (account === undefined) {
        accounts.set(accountId, { profile: session.profile, sessionIds: [id], keys: [key] })
      } else {
        if (!account.sessionIds.includes(id)) account.sessionIds.push(id)
        account.keys.push(key)
      }
      sessions.set(key, session)
    },
  }
}
