import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from '../credentials/password.ts'
import type { NewSession } from '../sessions/session.ts'
import { startSession } from '../sessions/token.ts'
import { plainAccount } from './plainAccount.ts'
import { underFreshId } from './underFreshId.ts'
import { readNewUsername } from './username.ts'

/**
 * Opens an account with a username and a password, and a session of it, in one step. `usernameRefused` is also a
 * forbidden word. `passwordRefused`, told after all that is wrong with the name: what `maySetPassword` says no to, or
 * undefined, a password that the caller's rules refuse already.
 */
export async function signUpWithUsername(
  core: Core,
  input: { username: string; password: string | undefined },
): Promise<
  | { kind: 'signedUp'; session: NewSession }
  | { kind: 'usernameRefused' }
  | { kind: 'usernameTaken' }
  | { kind: 'passwordRefused' }
> {
  const { accounts } = core.stores
  const { password } = input
  const username = readNewUsername(core, input.username)
  if (username === undefined) return { kind: 'usernameRefused' }
  // In turn, so that a crowd after one name costs one hash: the others find it taken. The unique index decides anyway.
  return core.inTurn(`username:${username.key}`, async () => {
    const owner = await accounts.findIdByIdentifier({ kind: 'username', key: username.key })
    if (owner !== undefined) return { kind: 'usernameTaken' }
    if (password === undefined || !maySetPassword(core, password)) return { kind: 'passwordRefused' }
    const account = plainAccount(core, { username, passwordHash: await hashNewPassword(core, password) })
    const { start, opened } = startSession(core)
    const outcome = await underFreshId(core, (id) => accounts.signUp({ account: { ...account, id }, start }))
    return outcome.kind === 'signedUp'
      ? { kind: 'signedUp', session: opened(outcome.session) }
      : { kind: 'usernameTaken' }
  })
}
