import type { Core } from '../core.ts'
import type { AuditLine } from './line.ts'
import type { RefusalLine } from './refusals.ts'

/**
 * Writes the refusals that were noted into the audit log, and tells how many lines that took. Meant for every second, and
 * with `isEnd` for the end of a process. What can not be written now is tried again the next time.
 */
export async function writeRefusals(core: Core, { isEnd = false }: { isEnd?: boolean } = {}): Promise<number> {
  const noted = core.refusals.take(core.clock.now(), isEnd)
  if (noted.length === 0) return 0
  try {
    const lines: AuditLine[] = []
    for (const line of noted) lines.push(await withAccount(core, line))
    await core.stores.audit.append(lines)
    return lines.length
  } catch (error) {
    core.refusals.putBack(noted)
    throw error
  }
}

/** The line with the account that has verified its address, and without the address. */
async function withAccount(core: Core, { address, ...line }: RefusalLine): Promise<AuditLine> {
  if (address === undefined || line.accountId !== null) return line
  const identifier = address.startsWith('+')
    ? ({ kind: 'phone', e164: address } as const)
    : ({ kind: 'email', key: address } as const)
  return { ...line, accountId: (await core.stores.accounts.findIdByIdentifier(identifier)) ?? null }
}
