import {
  type AuditAction,
  type AuditLine,
  auditActions,
  findAccount,
  formatInstant,
  listAudit,
  parseInstant,
} from '@acct/core'
import { Command, InvalidArgumentError, Option } from 'commander'
import { systemClock } from '../machine.ts'
import { jsonOption, type OutputOptions, printRows } from './output.ts'
import { Refused } from './refused.ts'
import { withCore } from './withCore.ts'

interface AuditOptions extends OutputOptions {
  readonly account?: string
  readonly action?: AuditAction
  readonly outcome?: string
  readonly source?: string
  readonly since?: number
  readonly limit: number
}

export const auditCommand = () =>
  new Command('audit')
    .description('Shows the audit log, newest first: who did what to an account, from where, and how it ended.')
    .option('--account <who>', 'of an account: its id (a deleted one’s too), username, +phone or e-mail')
    .addOption(new Option('--action <action>').choices(auditActions))
    .option('--outcome <outcome>', 'done, wrongPassword, codeWrong, …')
    .option('--source <source>', 'an IPv4 address, an IPv6 /64, or `user name` for commands')
    .addOption(new Option('--since <when>', 'a date, an instant, or 15m, 24h, 7d ago').argParser(parseSince))
    .addOption(new Option('--limit <lines>').default(50).argParser(parseLimit))
    .addOption(jsonOption())
    .action(({ account, json, ...query }: AuditOptions) =>
      withCore(async (core) => {
        const accountId = account === undefined ? undefined : await accountIdOf(core, account)
        const lines = await listAudit(core, { ...query, accountId })
        printRows(lines.map(shown), json === undefined ? {} : { json })
      }),
    )

/** An account that was deleted still has its lines, under its id. */
async function accountIdOf(core: Parameters<typeof findAccount>[0], who: string): Promise<number> {
  const found = await findAccount(core, { who })
  if (found.kind === 'account') return found.account.id
  if (/^\d{1,16}$/.test(who)) return Number(who)
  throw new Refused(`there is no account '${who}'`)
}

const shown = ({ at, actor, action, detail, outcome, accountId, variant, source, times }: AuditLine) => ({
  at: formatInstant(at),
  account: accountId,
  action,
  detail,
  outcome,
  times,
  by: actor,
  variant,
  source,
})

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function parseSince(value: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(value) ?? []
  if (count !== undefined) return systemClock.now() - Number(count) * (units[unit] ?? 0)
  const instant = parseInstant(value)
  if (instant === undefined)
    throw new InvalidArgumentError('It is a date, an instant as in 2026-01-31T08:00:00+08:00, or like 24h.')
  return instant
}

function parseLimit(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It is a whole number from 1 to 999999.')
}
