import { setImmediate } from 'node:timers/promises'
import type { Core } from '../core.ts'
import { edgeBatch } from './group.ts'

/**
 * Brings an account's edges in line with it, after a step that locked, unlocked, removed or hid it and noted that it is
 * to be done. The first batch is done when this resolves; the rest follows in turns with other work. It never throws:
 * what could not be done stays noted, and `sweep` does it.
 */
export async function settleFollows(core: Core, { accountId }: { accountId: number }): Promise<void> {
  try {
    const first = await core.stores.follows.settle(accountId, edgeBatch)
    if (first === 'gone') await core.stores.accounts.forget([accountId])
    if (first === 'more') void settleRest(core, accountId)
  } catch {
    // Noted.
  }
}

async function settleRest(core: Core, accountId: number): Promise<void> {
  try {
    await setImmediate()
    if ((await settleEdges(core, accountId)) === 'gone') await core.stores.accounts.forget([accountId])
  } catch {
    // Noted.
  }
}

/** All edges of an account, one batch after another, letting others in between. `gone` ones are still to be forgotten. */
export async function settleEdges(core: Core, accountId: number): Promise<'settled' | 'gone'> {
  for (;;) {
    const outcome = await core.stores.follows.settle(accountId, edgeBatch)
    if (outcome !== 'more') return outcome
    await setImmediate()
  }
}
