import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from '../credentials/password.ts'
import type { Role } from './account.ts'
import { readEmail } from './email.ts'
import { insertAccount } from './insertAccount.ts'
import { plainAccount } from './plainAccount.ts'
import { readUsername } from './username.ts'

type Refusal =
  | 'identifierMissing'
  | 'usernameRefused'
  | 'usernameTaken'
  | 'phoneTaken'
  | 'emailRefused'
  | 'emailTaken'
  | 'passwordRefused'

/**
 * Opens an account for an operator, who vouches for the phone (E.164) and e-mail: they are verified, and dropped where
 * others only claim them. Names may hold forbidden words here: those that pretend to be staff are for the staff.
 * `passwordRefused` is what `maySetPassword` says no to; a guessable password is no safer for who sets it.
 */
export async function createAccount(
  core: Core,
  input: {
    username?: string | undefined
    password?: string | undefined
    nickname?: string | undefined
    phone?: string | undefined
    email?: string | undefined
    role?: Role | undefined
    level?: number | undefined
  },
): Promise<{ kind: 'created'; accountId: number } | { kind: Refusal }> {
  if (input.username === undefined && input.phone === undefined && input.email === undefined) {
    return { kind: 'identifierMissing' }
  }
  const username = input.username === undefined ? null : readUsername(input.username)
  if (username === undefined) return { kind: 'usernameRefused' }
  const email = input.email === undefined ? null : readEmail(input.email)
  if (email === undefined) return { kind: 'emailRefused' }
  if (input.password !== undefined && !maySetPassword(core, input.password)) return { kind: 'passwordRefused' }
  const account = plainAccount(core, {
    username,
    nickname: input.nickname ?? null,
    phone: input.phone ?? null,
    email,
    passwordHash: input.password === undefined ? null : await hashNewPassword(core, input.password),
    role: input.role ?? 'normal_user',
    level: input.level ?? core.settings.defaultLevel,
  })
  const outcome = await insertAccount(core, account, (row) => core.stores.accounts.insert(row))
  return outcome.kind === 'inserted' ? { kind: 'created', accountId: outcome.accountId } : outcome
}
