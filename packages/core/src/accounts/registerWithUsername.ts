import type { Core } from '../core.ts'
import { hashNewPassword } from '../credentials/password.ts'
import { insertAccount } from './insertAccount.ts'
import { readUsername } from './username.ts'

/**
 * Opens an account with a username and a password; no session. `phoneClaim` (E.164) is a number nobody has verified.
 * Throws a RangeError for a password that `passwordFits` refuses.
 */
export async function registerWithUsername(
  core: Core,
  input: { username: string; password: string; nickname?: string | undefined; phoneClaim?: string | undefined },
): Promise<{ kind: 'registered'; accountId: number } | { kind: 'usernameRefused' } | { kind: 'usernameTaken' }> {
  const username = readUsername(input.username)
  if (username === undefined) return { kind: 'usernameRefused' }
  // In turn, so that a crowd after one name costs one hash: the others find it taken. The unique index decides anyway.
  return core.inTurn(`username:${username.key}`, async () => {
    const owner = await core.stores.accounts.findIdByIdentifier({ kind: 'username', key: username.key })
    if (owner !== undefined) return { kind: 'usernameTaken' }
    const outcome = await insertAccount(core, {
      username,
      nickname: input.nickname ?? null,
      phone: null,
      phoneClaim: input.phoneClaim ?? null,
      email: null,
      passwordHash: await hashNewPassword(core, input.password),
      role: 'normal_user',
      level: 0,
    })
    return outcome.kind === 'inserted'
      ? { kind: 'registered', accountId: outcome.accountId }
      : { kind: 'usernameTaken' }
  })
}
