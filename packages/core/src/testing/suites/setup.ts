import { createAccount } from '../../accounts/createAccount.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import type { Stores } from '../../ports.ts'
import type { NewSession } from '../../sessions/session.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { type TestCore, testCore } from '../core.ts'

/** Opens an empty store of its own for each test. */
export type OpenStores = () => { stores: Stores; close(): void }

export const password = 'Right_1'

/** A test's body: runs a scenario on a core with empty stores. */
export function onCore(open: OpenStores, scenario: (core: TestCore) => Promise<void>): () => Promise<void> {
  return async () => {
    const { stores, close } = open()
    try {
      await scenario(testCore(stores))
    } finally {
      close()
    }
  }
}

/** An account with a username and `password`. */
export async function register(core: TestCore, username = 'li_lei'): Promise<number> {
  const outcome = await registerWithUsername(core, { username, password })
  if (outcome.kind !== 'registered') throw new Error(`register: ${outcome.kind}`)
  return outcome.accountId
}

/** An account as an operator makes it. */
export async function create(core: TestCore, input: Parameters<typeof createAccount>[1]): Promise<number> {
  const outcome = await createAccount(core, input)
  if (outcome.kind !== 'created') throw new Error(`create: ${outcome.kind}`)
  return outcome.accountId
}

/** A session of the account that an identifier names. */
export async function signIn(core: TestCore, identifier = 'li_lei'): Promise<NewSession> {
  const outcome = await signInWithPassword(core, { identifier, password })
  if (outcome.kind !== 'signedIn') throw new Error(`sign in: ${outcome.kind}`)
  return outcome.session
}

/** What a sign-in comes to. */
export async function tryPassword(core: TestCore, text: string, identifier = 'li_lei'): Promise<string> {
  return (await signInWithPassword(core, { identifier, password: text })).kind
}

/** What so many tries with a wrong password come to, one after another. */
export async function tryWrong(core: TestCore, times: number, identifier = 'li_lei'): Promise<string[]> {
  const outcomes: string[] = []
  for (let time = 0; time < times; time += 1) outcomes.push(await tryPassword(core, `wrong ${time}`, identifier))
  return outcomes
}

/** Runs something so many times at once. */
export function inParallel<T>(times: number, run: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => run(index)))
}

/** How often each outcome was seen. */
export function tally(kinds: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Lets something happen while the next password is being verified. */
export function duringVerification(core: TestCore, happening: () => Promise<unknown>): void {
  const { verify } = core.hasher
  core.hasher.verify = async (hash, text) => {
    core.hasher.verify = verify
    const verdict = await verify(hash, text)
    await happening()
    return verdict
  }
}
