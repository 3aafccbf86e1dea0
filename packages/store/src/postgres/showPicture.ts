import type { KeptChanges } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { accounts, pictures } from './schema.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

/**
 * Prepares making something the picture of an account that is locked by the step: one of its own, a new avatar or nothing.
 * An avatar in its place goes, and its name is told.
 */
export function showPicture(db: Db) {
  const isOther = sql`${pictures.name} is distinct from ${placeholder('name')}`
  const removeOther = first(
    db
      .delete(pictures)
      .where(and(eq(pictures.accountId, placeholder('accountId')), eq(pictures.kind, 'avatar'), isOther))
      .returning({ name: pictures.name }),
  )
  const insert = changes(
    db.insert(pictures).values({
      name: placeholder('name'),
      accountId: placeholder('accountId'),
      kind: 'avatar',
      createdAt: placeholder('madeAt'),
    }),
  )
  const show = changes(
    db
      .update(accounts)
      .set({ picture: sql`${placeholder('name')}` })
      .where(eq(accounts.id, placeholder('accountId'))),
  )

  return async (accountId: number, picture: NonNullable<KeptChanges['picture']> | null): Promise<string | null> => {
    const name = picture?.name ?? null
    const replaced = (await removeOther({ accountId, name }))?.name ?? null
    if (picture?.kind === 'newAvatar') await insert({ accountId, ...picture })
    await show({ accountId, name })
    return replaced
  }
}
