import { noteRefusal } from '../audit/noteRefusal.ts'
import type { Core } from '../core.ts'
import { minute } from '../time.ts'
import { passwordMatches } from './password.ts'
import type { Credentials } from './store.ts'

/** Wrong passwords close an account's password login when as many as the limit fall into this span, and for as long. */
export const lockoutSpan = 15 * minute

/**
 * `closed`: too many wrong passwords; nobody looked at this one. Somebody unknown is not called that: one document tells
 * them from a wrong password, and has to go on telling.
 */
export type Refusal = { kind: 'unknownAccount' } | { kind: 'wrongPassword' } | { kind: 'closed' }

/** What a step that depends on the password must still find true. */
export interface Verified {
  accountId: number
  verifiedHash: string
  /** The counted try, which the step removes; null where tries are not counted. */
  tryId: number | null
  /** Whether the account was locked when it was found. */
  isLocked: boolean
}

/** A password and whose it may be. */
interface PasswordCheck {
  /** What the password is to open, for the audit log. */
  action: 'signIn' | 'changePassword'
  subject: string
  password: string
  find: () => Promise<Credentials | undefined>
}

/**
 * The one gate before everything that a password opens. A try is counted as wrong before the hash is computed, so that
 * parallel guesses cannot slip past the limit; tries of one subject go one after another, so that parallel right ones
 * never add up to it. `accept` takes the atomic step that the right password allows. If the hash was replaced meanwhile,
 * the step says so, and the password is checked against the new one. Throws `Unavailable` at once when too many wait.
 */
export async function withPassword<T extends { kind: string }>(
  core: Core,
  input: PasswordCheck,
  accept: (verified: Verified) => Promise<T | { kind: 'passwordChanged' }>,
): Promise<Exclude<T, { kind: 'passwordChanged' }> | Refusal> {
  const leave = core.hasher.enter()
  return core.inTurn(input.subject, () => checkPassword(core, input, accept)).finally(leave)
}

async function checkPassword<T extends { kind: string }>(
  core: Core,
  input: PasswordCheck,
  accept: (verified: Verified) => Promise<T | { kind: 'passwordChanged' }>,
): Promise<Exclude<T, { kind: 'passwordChanged' }> | Refusal> {
  // Made here whatever the outcome will be, so that the first caller to need it cannot be told by the time it takes.
  await core.dummyHash()
  const counted = await countTry(core, input.subject)
  if (counted.kind === 'closed') {
    await passwordMatches(core, null, input.password)
    const account = await input.find()
    return refused(core, input, account === undefined ? 'unknownAccount' : 'closed', account)
  }
  const { tryId } = counted
  try {
    for (;;) {
      const account = await input.find()
      const hash = account?.passwordHash ?? null
      const matches = await passwordMatches(core, hash, input.password)
      if (account === undefined) return refused(core, input, 'unknownAccount')
      if (hash === null || !matches) return refused(core, input, 'wrongPassword', account)
      const outcome = await accept({
        accountId: account.accountId,
        verifiedHash: hash,
        tryId,
        isLocked: account.lockedAt !== null,
      })
      if (isSettled(outcome)) return outcome
    }
  } catch (error) {
    if (tryId !== null) await core.stores.credentials.removeTry(tryId).catch(() => undefined)
    throw error
  }
}

function refused(core: Core, { action }: PasswordCheck, kind: Refusal['kind'], account?: Credentials): Refusal {
  noteRefusal(core, { action, detail: 'password', refusal: kind, accountId: account?.accountId ?? null })
  return { kind }
}

async function countTry(
  core: Core,
  subject: string,
): Promise<{ kind: 'counted'; tryId: number | null } | { kind: 'closed' }> {
  const limit = core.settings.passwordFailureLimit
  if (limit === 0) return { kind: 'counted', tryId: null }
  return core.stores.credentials.countTry({ subject, at: core.clock.now(), limit, span: lockoutSpan })
}

function isSettled<T extends { kind: string }>(
  outcome: T | { kind: 'passwordChanged' },
): outcome is Exclude<T, { kind: 'passwordChanged' }> {
  return outcome.kind !== 'passwordChanged'
}
