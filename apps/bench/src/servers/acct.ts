import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Scope } from '../scope.ts'
import { type Server, startServer } from './server.ts'

/** The built program, as it is shipped. */
const acctMain = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url))

/**
 * The shipped settings, in production, with logging. Only the limits that would stop a load from one machine are so high
 * that it never meets them: they go on counting, since 0 would spare the server that work.
 */
const settings = {
  NODE_ENV: 'production',
  PORT: '0',
  ACCT_SMS: 'off',
  ACCT_EMAIL: 'off',
  ...Object.fromEntries(
    ['REQUESTS_PER_MINUTE', 'CODES_PER_HOUR', 'CODES_PER_DAY', 'CODES_PER_SOURCE_PER_DAY', 'LOOKUPS_PER_HOUR'].map(
      (name) => [`ACCT_LIMIT_${name}`, '1000000000'],
    ),
  ),
}

/** Makes an empty database in a folder, as the server would at its first start. */
export function migrate(folder: string, more: Readonly<Record<string, string>> = {}): void {
  if (!existsSync(acctMain)) throw new Error('the server was not built: `pnpm build`')
  const env = { ...process.env, ...settings, ACCT_DATA_DIR: folder, ...more }
  const { status, stderr } = spawnSync(process.execPath, [acctMain, 'migrate'], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`acct migrate ended with ${status}: ${stderr}`)
}

/** Starts the built server on a folder's data. */
export function startAcct(
  scope: Scope,
  { folder, cores, env = {} }: { folder: string; cores: string | undefined; env?: Readonly<Record<string, string>> },
): Promise<Server> {
  const command = [acctMain, 'serve']
  return startServer(scope, { command, env: { ...settings, ACCT_DATA_DIR: folder, ...env }, cores })
}
