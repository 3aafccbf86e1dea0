import type { CredentialStore, Identifier } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { beginSession } from './beginSession.ts'
import { accounts } from './schema.ts'
import { setPassword } from './setPassword.ts'
import { spendCode } from './spendCode.ts'

const { placeholder } = sql

type Step = CredentialStore['resetPassword']

/** Prepares the step that sets a password for a code. */
export function resetPassword(db: BetterSQLite3Database) {
  const find = db
    .select({ accountId: accounts.id, usernameKey: accounts.usernameKey })
    .from(accounts)
    .where(eq(accounts.phone, placeholder('phone')))
    .prepare()
  const set = setPassword(db)
  const begin = beginSession(db)
  const { check, use } = spendCode(db)

  return ({ phone, account, consuming, newHash, start }: Parameters<Step>[0]): Awaited<ReturnType<Step>> => {
    const verdict = check(consuming)
    if (verdict.kind !== 'right') return verdict
    const owner = find.get({ phone })
    if (owner === undefined || !isNamed(account, phone, owner.usernameKey)) return { kind: 'accountMismatch' }
    const { accountId } = owner
    if (!set(accountId, newHash)) return { kind: 'locked' }
    const session = begin(accountId, newHash, start)
    if (session === undefined) throw new Error(`account ${accountId} changed in the middle of a step`)
    use(consuming)
    return { kind: 'reset', session }
  }
}

function isNamed(account: Identifier | null, phone: string, usernameKey: string | null): boolean {
  if (account === null) return true
  return account.kind === 'phone' ? account.e164 === phone : account.kind === 'username' && account.key === usernameKey
}
