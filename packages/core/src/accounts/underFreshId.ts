import type { Core } from '../core.ts'
import { randomId } from '../random.ts'

/** Runs a step that inserts an account, under a fresh random id; one that is in use already is drawn again. */
export async function underFreshId<T extends { kind: string }>(
  core: Core,
  insert: (id: number) => Promise<T>,
): Promise<Exclude<T, { kind: 'idTaken' }>> {
  for (;;) {
    const outcome = await insert(randomId(core.random))
    if (isSettled(outcome)) return outcome
  }
}

function isSettled<T extends { kind: string }>(outcome: T): outcome is Exclude<T, { kind: 'idTaken' }> {
  return outcome.kind !== 'idTaken'
}
