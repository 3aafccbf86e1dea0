import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from '../credentials/password.ts'
import type { Session } from '../sessions/session.ts'
import type { Role } from './account.ts'
import { insertAccount } from './insertAccount.ts'
import { plainAccount } from './plainAccount.ts'
import { readNewUsername } from './username.ts'

/**
 * Opens an account with a username and a password; no session. `phoneClaim` (E.164) is a number nobody has verified.
 * A role that is not open needs a `caller` whose account is an administrator, else `roleRefused`. `usernameRefused` and
 * `nicknameRefused` are also forbidden words, `passwordRefused` is what `maySetPassword` says no to.
 */
export async function registerWithUsername(
  core: Core,
  input: {
    username: string
    password: string
    nickname?: string | undefined
    phoneClaim?: string | undefined
    role?: Role | undefined
    caller?: Session | undefined
  },
): Promise<
  | { kind: 'registered'; accountId: number }
  | { kind: 'roleRefused' }
  | { kind: 'usernameRefused' }
  | { kind: 'passwordRefused' }
  | { kind: 'nicknameRefused' }
  | { kind: 'usernameTaken' }
> {
  const { accounts } = core.stores
  const { role = 'normal_user', caller } = input
  const username = readNewUsername(core, input.username)
  if (username === undefined) return { kind: 'usernameRefused' }
  if (!maySetPassword(core, input.password)) return { kind: 'passwordRefused' }
  if (core.wordLists.forbids(input.nickname ?? '')) return { kind: 'nicknameRefused' }
  const isOpen = role !== 'admin' && core.settings.openRoles.includes(role)
  if (!isOpen && caller === undefined) return { kind: 'roleRefused' }
  // In turn, so that a crowd after one name costs one hash: the others find it taken. The unique index decides anyway.
  return core.inTurn(`username:${username.key}`, async () => {
    const owner = await accounts.findIdByIdentifier({ kind: 'username', key: username.key })
    if (owner !== undefined) return { kind: 'usernameTaken' }
    const account = plainAccount(core, {
      username,
      nickname: input.nickname ?? null,
      phoneClaim: input.phoneClaim ?? null,
      passwordHash: await hashNewPassword(core, input.password),
      role,
    })
    const outcome = await insertAccount(core, account, (row) =>
      isOpen || caller === undefined ? accounts.insert(row) : accounts.insertGranted(row, caller),
    )
    if (outcome.kind === 'inserted') return { kind: 'registered', accountId: outcome.accountId }
    return { kind: outcome.kind === 'roleRefused' ? 'roleRefused' : 'usernameTaken' }
  })
}
