import type { KeptChanges } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, pictures } from './schema.ts'

const { placeholder } = sql

/**
 * Prepares making something the picture of an account: one of its own, a new avatar or nothing. An avatar in its place goes,
 * and its name is told.
 */
export function showPicture(db: BetterSQLite3Database) {
  const ofAccount = eq(pictures.accountId, placeholder('accountId'))
  const removeOther = db
    .delete(pictures)
    .where(and(ofAccount, eq(pictures.kind, 'avatar'), sql`${pictures.name} is not ${placeholder('name')}`))
    .returning({ name: pictures.name })
    .prepare()
  const insert = db
    .insert(pictures)
    .values({
      name: placeholder('name'),
      accountId: placeholder('accountId'),
      kind: 'avatar',
      createdAt: placeholder('madeAt'),
    })
    .prepare()
  const show = db
    .update(accounts)
    .set({ picture: sql`${placeholder('name')}` })
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()

  return (accountId: number, picture: NonNullable<KeptChanges['picture']> | null): string | null => {
    const name = picture?.name ?? null
    const replaced = removeOther.get({ accountId, name })?.name ?? null
    if (picture?.kind === 'newAvatar') insert.run({ accountId, ...picture })
    show.run({ accountId, name })
    return replaced
  }
}
