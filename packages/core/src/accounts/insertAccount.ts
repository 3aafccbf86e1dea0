import type { Core } from '../core.ts'
import { randomId } from '../random.ts'
import type { InsertOutcome, NewAccount } from './store.ts'

/** Inserts an account by one of the store's steps, under a fresh random id; one that is in use already is drawn again. */
export async function insertAccount<Outcome extends string>(
  core: Core,
  account: Omit<NewAccount, 'id'>,
  insert: (row: NewAccount) => Promise<InsertOutcome | Outcome>,
): Promise<
  { kind: 'inserted'; accountId: number } | { kind: Exclude<InsertOutcome | Outcome, 'inserted' | 'idTaken'> }
> {
  for (;;) {
    const id = randomId(core.random)
    const outcome = await insert({ ...account, id })
    if (outcome === 'inserted') return { kind: 'inserted', accountId: id }
    if (outcome !== 'idTaken') return { kind: outcome as Exclude<typeof outcome, 'inserted' | 'idTaken'> }
  }
}
