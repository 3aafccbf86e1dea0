import type { Identity, IdentityStore, SessionStart } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import { again, type Connection, type Db } from './connection.ts'
import { insertAccount } from './insertAccount.ts'
import { accounts, identities } from './schema.ts'
import { showPicture } from './showPicture.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

/** Identities at providers on PostgreSQL. */
export function identityStore({ prepared }: Connection): IdentityStore {
  const { write } = prepared(statements)
  return {
    open: (identity, start) => write(({ open }) => open(identity, start)),
    insert: ({ identity, account, avatar, start }) =>
      write(async ({ open, insertRow, insert, show, begin }) => {
        const known = await open(identity, start)
        if (known.kind === 'locked') return known
        if (known.kind === 'opened') return { ...known, isNew: false }
        const inserted = await insertRow(account)
        if (inserted === again) return again
        if (inserted === 'idTaken') return { kind: 'idTaken' }
        if (inserted !== 'inserted') throw new Error(`an account that only has an identity was refused: ${inserted}`)
        // Somebody was faster: without the account that was just inserted, theirs will be found.
        if ((await insert({ ...identity, accountId: account.id, at: account.createdAt })) === 0) return again
        if (avatar !== null) await show(account.id, avatar)
        const session = await begin(account.id, null, start)
        if (session === undefined) throw new Error('an account that was just inserted opens no session')
        return { kind: 'opened', session, isNew: true }
      }),
  }
}

function statements(db: Db) {
  const thisIdentity = and(
    eq(identities.provider, placeholder('provider')),
    eq(identities.appId, placeholder('appId')),
    eq(identities.openid, placeholder('openid')),
  )
  // The account is locked and not the identity: in the order in which a removal does it.
  const owner = first(
    db
      .select({ accountId: accounts.id })
      .from(identities)
      .innerJoin(accounts, eq(accounts.id, identities.accountId))
      .where(thisIdentity)
      .for('share', { of: accounts }),
  )
  const note = changes(
    db
      .update(identities)
      .set({ unionId: sql`${placeholder('unionId')}` })
      .where(and(thisIdentity, sql`${identities.unionId} is distinct from ${placeholder('unionId')}`)),
  )
  const begin = beginSession(db)

  const open = async (identity: Identity, start: SessionStart) => {
    const account = await owner({ ...identity })
    if (account === undefined) return { kind: 'unknown' as const }
    if (identity.unionId !== null) await note({ ...identity })
    const session = await begin(account.accountId, null, start)
    return session === undefined ? { kind: 'locked' as const } : { kind: 'opened' as const, session }
  }

  return {
    open,
    begin,
    insertRow: insertAccount(db),
    show: showPicture(db),
    insert: changes(
      db
        .insert(identities)
        .values({
          provider: placeholder('provider'),
          appId: placeholder('appId'),
          openid: placeholder('openid'),
          unionId: placeholder('unionId'),
          accountId: placeholder('accountId'),
          createdAt: placeholder('at'),
        })
        .onConflictDoNothing(),
    ),
  }
}
