import { addressKey } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from '../credentials/password.ts'
import { countLookup, type TooManyLookups } from '../lookups/countLookup.ts'
import { insertAccount } from './insertAccount.ts'
import { plainAccount } from './plainAccount.ts'
import { readNewUsername } from './username.ts'

/**
 * Opens an account with a number (E.164) that is verified by the code of the scope `register` sent to it; no session.
 * That the number has an account is told only to who has the code, or, with `tellTaken: 'beforeCode'`, to anybody: then
 * it counts as a look-up. `usernameRefused` is also a forbidden word, `passwordRefused` is what `maySetPassword` says no
 * to; both are told before the code is looked at.
 */
export async function registerWithPhone(
  core: Core,
  input: {
    phone: string
    code: string
    source: string
    username?: string | undefined
    password?: string | undefined
    tellTaken: 'beforeCode' | 'afterCode'
  },
): Promise<
  | { kind: 'registered'; accountId: number }
  | CodeFailure
  | { kind: 'phoneTaken' }
  | { kind: 'usernameRefused' }
  | { kind: 'passwordRefused' }
  | { kind: 'usernameTaken' }
  | TooManyLookups
> {
  const { accounts, codes } = core.stores
  const { source, password, tellTaken } = input
  const address = { kind: 'phone', e164: input.phone } as const
  const username = input.username === undefined ? null : readNewUsername(core, input.username)
  if (username === undefined) return { kind: 'usernameRefused' }
  if (password !== undefined && !maySetPassword(core, password)) return { kind: 'passwordRefused' }
  if (tellTaken === 'beforeCode') {
    const tooMany = await countLookup(core, { source, identifier: address })
    if (tooMany !== undefined) return tooMany
    if ((await accounts.findIdByIdentifier(address)) !== undefined) return { kind: 'phoneTaken' }
  }
  // In turn, and the code looked at first: nobody makes us hash a password without the code, and a crowd with the right
  // one costs one hash. The step decides anyway.
  return core.inTurn(`register:${addressKey(address)}`, async () => {
    const shown = consuming(core, address, 'register', input.code)
    const checked = await codes.check(shown)
    if (checked.kind !== 'right') return checked
    const passwordHash = password === undefined ? null : await hashNewPassword(core, password)
    const account = plainAccount(core, { username, phone: address.e164, passwordHash })
    const outcome = await insertAccount(core, account, (row) => accounts.insertWithCode(row, shown))
    if (outcome.kind === 'inserted') return { kind: 'registered', accountId: outcome.accountId }
    const { kind } = outcome
    if (kind === 'emailTaken') throw new Error('an account without an e-mail address met another with the same')
    return { kind }
  })
}
