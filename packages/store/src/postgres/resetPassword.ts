import type { CredentialStore, Identifier } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import type { Db } from './connection.ts'
import { accounts } from './schema.ts'
import { setPassword } from './setPassword.ts'
import { spendCode } from './spendCode.ts'
import { first } from './statements.ts'

const { placeholder } = sql

type Step = CredentialStore['resetPassword']

/** Prepares the step that sets a password for a code. */
export function resetPassword(db: Db) {
  const find = first(
    db
      .select({ accountId: accounts.id, usernameKey: accounts.usernameKey })
      .from(accounts)
      .where(eq(accounts.phone, placeholder('phone')))
      .for('no key update'),
  )
  const set = setPassword(db)
  const begin = beginSession(db)
  const { check, use } = spendCode(db)

  return async ({ phone, account, consuming, newHash, start }: Parameters<Step>[0]): ReturnType<Step> => {
    const verdict = await check(consuming)
    if (verdict.kind !== 'right') return verdict
    const owner = await find({ phone })
    if (owner === undefined || !isNamed(account, phone, owner.usernameKey)) return { kind: 'accountMismatch' }
    const { accountId } = owner
    if (!(await set(accountId, newHash))) return { kind: 'locked' }
    const session = await begin(accountId, newHash, start)
    if (session === undefined) throw new Error(`account ${accountId} changed in the middle of a step`)
    await use(consuming)
    return { kind: 'reset', session }
  }
}

function isNamed(account: Identifier | null, phone: string, usernameKey: string | null): boolean {
  if (account === null) return true
  return account.kind === 'phone' ? account.e164 === phone : account.kind === 'username' && account.key === usernameKey
}
