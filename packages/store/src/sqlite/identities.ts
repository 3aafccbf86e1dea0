import type { Identity, IdentityStore, SessionStart } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import type { Connection } from './connection.ts'
import { insertAccount } from './insertAccount.ts'
import { identities } from './schema.ts'
import { showPicture } from './showPicture.ts'

const { placeholder } = sql

/** Identities at providers on SQLite. */
export function identityStore({ db, write }: Connection): IdentityStore {
  const thisIdentity = and(
    eq(identities.provider, placeholder('provider')),
    eq(identities.appId, placeholder('appId')),
    eq(identities.openid, placeholder('openid')),
  )
  const owner = db
    .update(identities)
    .set({ unionId: sql`coalesce(${placeholder('unionId')}, ${identities.unionId})` })
    .where(thisIdentity)
    .returning({ accountId: identities.accountId })
    .prepare()
  const insert = db
    .insert(identities)
    .values({
      provider: placeholder('provider'),
      appId: placeholder('appId'),
      openid: placeholder('openid'),
      unionId: placeholder('unionId'),
      accountId: placeholder('accountId'),
      createdAt: placeholder('at'),
    })
    .prepare()
  const insertRow = insertAccount(db)
  const show = showPicture(db)
  const begin = beginSession(db)

  const open = (identity: Identity, start: SessionStart) => {
    const account = owner.get({ ...identity })
    if (account === undefined) return { kind: 'unknown' as const }
    const session = begin(account.accountId, null, start)
    return session === undefined ? { kind: 'locked' as const } : { kind: 'opened' as const, session }
  }

  return {
    open: (identity, start) => write(() => open(identity, start)),
    insert: ({ identity, account, avatar, start }) =>
      write(() => {
        const known = open(identity, start)
        if (known.kind === 'locked') return known
        if (known.kind === 'opened') return { ...known, isNew: false }
        const inserted = insertRow(account)
        if (inserted === 'idTaken') return { kind: 'idTaken' }
        if (inserted !== 'inserted') throw new Error(`an account that only has an identity was refused: ${inserted}`)
        insert.run({ ...identity, accountId: account.id, at: account.createdAt })
        if (avatar !== null) show(account.id, avatar)
        const session = begin(account.id, null, start)
        if (session === undefined) throw new Error('an account that was just inserted opens no session')
        return { kind: 'opened', session, isNew: true }
      }),
  }
}
