import type { AccountStore } from '@acct/core'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { beginSession } from './beginSession.ts'
import { findByIdentifier } from './identifiers.ts'
import { insertAccount } from './insertAccount.ts'
import { accounts } from './schema.ts'
import { spendCode } from './spendCode.ts'

type Step<Name extends 'signUp' | 'signUpWithCode' | 'signInOrSignUp'> = (
  input: Parameters<AccountStore[Name]>[0],
) => Awaited<ReturnType<AccountStore[Name]>>

interface Steps {
  signUp: Step<'signUp'>
  signUpWithCode: Step<'signUpWithCode'>
  signInOrSignUp: Step<'signInOrSignUp'>
}

/** Prepares the steps that open an account and a session of it. */
export function signUp(db: BetterSQLite3Database): Steps {
  const insert = insertAccount(db)
  const begin = beginSession(db)
  const find = findByIdentifier(db, { id: accounts.id })
  const { check, use } = spendCode(db)

  const open: Step<'signUp'> = ({ account, start }) => {
    const outcome = insert(account)
    if (outcome === 'idTaken') return { kind: 'idTaken' }
    if (outcome !== 'inserted') return { kind: 'taken' }
    const session = begin(account.id, null, start)
    if (session === undefined) throw new Error('an account that was just inserted opens no session')
    return { kind: 'signedUp', session }
  }

  return {
    signUp: open,
    signUpWithCode: ({ consuming, ...input }) => {
      const verdict = check(consuming)
      if (verdict.kind !== 'right') return verdict
      const outcome = open(input)
      if (outcome.kind === 'signedUp') use(consuming)
      return outcome
    },
    signInOrSignUp: ({ phone, account, consuming, start }) => {
      const verdict = check(consuming)
      if (verdict.kind !== 'right') return verdict
      const owner = find({ kind: 'phone', e164: phone })
      if (owner === undefined) {
        const outcome = open({ account, start })
        if (outcome.kind === 'taken') throw new Error('an account that only has a number met another one')
        if (outcome.kind === 'idTaken') return outcome
        use(consuming)
        return { kind: 'opened', session: outcome.session, isNew: true }
      }
      const session = begin(owner.id, null, start)
      if (session === undefined) return { kind: 'locked' }
      use(consuming)
      return { kind: 'opened', session, isNew: false }
    },
  }
}
