import type { CredentialStore } from '@acct/core'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { findByIdentifier } from './identifiers.ts'
import { accounts } from './schema.ts'
import { setPassword } from './setPassword.ts'
import { spendCode } from './spendCode.ts'

type Step = CredentialStore['changeWithCode']

/** Prepares the step that sets the password of an address's account for a code. */
export function changePasswordWithCode(db: BetterSQLite3Database) {
  const find = findByIdentifier(db, { accountId: accounts.id })
  const set = setPassword(db)
  const { check, use } = spendCode(db)

  return ({ address, consuming, newHash, caller }: Parameters<Step>[0]): Awaited<ReturnType<Step>> => {
    const verdict = check(consuming)
    if (verdict.kind !== 'right') return verdict
    const owner = find(address)
    if (owner === undefined) return { kind: 'unknownAccount' }
    if (!set(owner.accountId, newHash, caller)) return { kind: 'locked' }
    use(consuming)
    return { kind: 'changed', accountId: owner.accountId }
  }
}
