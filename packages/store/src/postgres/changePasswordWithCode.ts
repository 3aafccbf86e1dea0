import type { CredentialStore } from '@acct/core'
import type { Db } from './connection.ts'
import { findByIdentifier } from './identifiers.ts'
import { accounts } from './schema.ts'
import { setPassword } from './setPassword.ts'
import { spendCode } from './spendCode.ts'

type Step = CredentialStore['changeWithCode']

/** Prepares the step that sets the password of an address's account for a code. */
export function changePasswordWithCode(db: Db) {
  const find = findByIdentifier(db, { accountId: accounts.id }, 'no key update')
  const set = setPassword(db)
  const { check, use } = spendCode(db)

  return async ({ address, consuming, newHash, caller }: Parameters<Step>[0]): ReturnType<Step> => {
    const verdict = await check(consuming)
    if (verdict.kind !== 'right') return verdict
    const owner = await find(address)
    if (owner === undefined) return { kind: 'unknownAccount' }
    if (!(await set(owner.accountId, newHash, caller))) return { kind: 'locked' }
    await use(consuming)
    return { kind: 'changed', accountId: owner.accountId }
  }
}
