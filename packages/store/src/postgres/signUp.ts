import type { AccountStore } from '@acct/core'
import { beginSession } from './beginSession.ts'
import { again, type Db } from './connection.ts'
import { findByIdentifier } from './identifiers.ts'
import { insertAccount } from './insertAccount.ts'
import { accounts } from './schema.ts'
import { spendCode } from './spendCode.ts'

type Step<Name extends 'signUp' | 'signUpWithCode' | 'signInOrSignUp'> = (
  input: Parameters<AccountStore[Name]>[0],
) => Promise<Awaited<ReturnType<AccountStore[Name]>> | typeof again>

interface Steps {
  signUp: Step<'signUp'>
  signUpWithCode: Step<'signUpWithCode'>
  signInOrSignUp: Step<'signInOrSignUp'>
}

/** Prepares the steps that open an account and a session of it. */
export function signUp(db: Db): Steps {
  const insert = insertAccount(db)
  const begin = beginSession(db)
  const find = findByIdentifier(db, { id: accounts.id }, 'share')
  const { check, use } = spendCode(db)

  const open: Step<'signUp'> = async ({ account, start }) => {
    const outcome = await insert(account)
    if (outcome === again) return again
    if (outcome === 'idTaken') return { kind: 'idTaken' }
    if (outcome !== 'inserted') return { kind: 'taken' }
    const session = await begin(account.id, null, start)
    if (session === undefined) throw new Error('an account that was just inserted opens no session')
    return { kind: 'signedUp', session }
  }

  return {
    signUp: open,
    signUpWithCode: async ({ consuming, ...input }) => {
      const verdict = await check(consuming)
      if (verdict.kind !== 'right') return verdict
      const outcome = await open(input)
      if (outcome !== again && outcome.kind === 'signedUp') await use(consuming)
      return outcome
    },
    signInOrSignUp: async ({ phone, account, consuming, start }) => {
      const verdict = await check(consuming)
      if (verdict.kind !== 'right') return verdict
      const owner = await find({ kind: 'phone', e164: phone })
      if (owner === undefined) {
        const outcome = await open({ account, start })
        // Somebody has verified the number meanwhile, and will be found.
        if (outcome === again || outcome.kind === 'taken') return again
        if (outcome.kind === 'idTaken') return outcome
        await use(consuming)
        return { kind: 'opened', session: outcome.session, isNew: true }
      }
      const session = await begin(owner.id, null, start)
      if (session === undefined) return { kind: 'locked' }
      await use(consuming)
      return { kind: 'opened', session, isNew: false }
    },
  }
}
