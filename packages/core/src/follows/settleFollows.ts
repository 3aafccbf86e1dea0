import { setImmediate } from 'node:timers/promises'
import type { Core } from '../core.ts'
import { edgeBatch } from './group.ts'

/**
 * Brings an account's edges in line with it, after a step that locked, unlocked, removed or hid it and noted that it is
 * to be done. The first batch is done when this resolves; the rest follows in turns with other work. It never throws:
 * what could not be done stays noted, and `sweep` does it.
 */
export async function settleFollows(core: Core, { accountId }: { accountId: number }): Promise<void> {
  const first = await settleBatch(core, accountId).catch(() => 'later' as const)
  if (first === 'more') void settleRest(core, accountId).catch(() => undefined)
}

/** The same to the end; tells whether it was reached, and throws what breaks. */
export async function settleFully(core: Core, accountId: number): Promise<boolean> {
  const first = await settleBatch(core, accountId)
  return (first === 'more' ? await settleRest(core, accountId) : first) === 'done'
}

async function settleRest(core: Core, accountId: number): Promise<'done' | 'later'> {
  for (;;) {
    await setImmediate()
    const outcome = await settleBatch(core, accountId)
    if (outcome !== 'more') return outcome
  }
}

/** `later`: all that is left is what another process that reads the database keeps from being forgotten. */
async function settleBatch(core: Core, accountId: number): Promise<'more' | 'done' | 'later'> {
  const { accounts, follows } = core.stores
  const outcome = await follows.settle(accountId, edgeBatch)
  if (outcome === 'more') return 'more'
  if (outcome === 'settled') return 'done'
  return (await accounts.forget(accountId)) ? 'done' : 'later'
}
