import type { Core } from '../core.ts'
import type { Account } from './account.ts'
import { readIdentifier } from './identifier.ts'

/**
 * The account an operator means by an id, a username, a phone or an e-mail. An id wins over a username of the same
 * digits: nobody can put themselves in another's place by taking their id as a name.
 */
export async function findAccount(
  core: Core,
  { who }: { who: string },
): Promise<{ kind: 'account'; account: Account } | { kind: 'none' }> {
  const { accounts } = core.stores
  const now = core.clock.now()
  const byId = /^[1-9]\d{0,15}$/.test(who) ? await accounts.find(Number(who), now) : undefined
  if (byId !== undefined) return { kind: 'account', account: byId }
  const accountId = await accounts.findIdByIdentifier(readIdentifier(who))
  const account = accountId === undefined ? undefined : await accounts.find(accountId, now)
  return account === undefined ? { kind: 'none' } : { kind: 'account', account }
}
