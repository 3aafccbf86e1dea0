import type { Client } from 'pg'
import { StoreRefused } from '../refused.ts'
import { frozenMark } from './freeze.ts'

// Undefined where an engine has no such setting.
const settings = `
  select current_setting('fsync', true) as fsync,
         current_setting('synchronous_commit', true) as synchronous_commit,
         current_setting('server_encoding', true) as server_encoding,
         current_setting('transaction_read_only', true) as transaction_read_only`

const needed = {
  fsync: { not: 'off', why: 'what it has acknowledged may be lost' },
  synchronous_commit: { not: 'off', why: 'what it has acknowledged may be lost' },
  transaction_read_only: { not: 'on', why: 'nothing can be written' },
} as const

/**
 * Throws `StoreRefused` for a database that would break what is promised: durable writes, texts in every script. One that we
 * have frozen ourselves is good for reading.
 */
export async function requireSafe(client: Client, name: string): Promise<void> {
  const [problem] = await unsafeSettings(client)
  if (problem !== undefined) throw new StoreRefused(name, problem)
}

/** What of a database's settings breaks what is promised, and why. */
export async function unsafeSettings(client: Client): Promise<string[]> {
  const { rows } = await client.query<Record<string, string | null>>(settings)
  const found = rows[0] ?? {}
  const problems: string[] = []
  const isFrozen = found.transaction_read_only === 'on' && (await frozenMark(client)) !== undefined
  for (const [setting, { not, why }] of Object.entries(needed)) {
    if (isFrozen && setting === 'transaction_read_only') continue
    if (found[setting] === not) problems.push(`its '${setting}' is ${not}: ${why}`)
  }
  const { server_encoding: encoding = null } = found
  if (encoding !== null && encoding !== 'UTF8') problems.push(`its encoding is ${encoding}, not UTF8`)
  return problems
}
