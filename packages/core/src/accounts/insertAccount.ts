import type { Core } from '../core.ts'
import { randomId } from '../random.ts'
import type { NewAccount } from './store.ts'

/** Inserts an account under a fresh random id; one that is in use already is drawn again. */
export async function insertAccount(
  core: Core,
  account: Omit<NewAccount, 'id' | 'createdAt'>,
): Promise<{ kind: 'inserted'; accountId: number } | { kind: 'usernameTaken' | 'phoneTaken' | 'emailTaken' }> {
  const createdAt = core.clock.now()
  for (;;) {
    const id = randomId(core.random)
    const outcome = await core.stores.accounts.insert({ ...account, id, createdAt })
    if (outcome === 'inserted') return { kind: 'inserted', accountId: id }
    if (outcome !== 'idTaken') return { kind: outcome }
  }
}
