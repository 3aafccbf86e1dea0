import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { createDatabase, dropDatabase, startCluster } from '@acct/store/testing'
import { pinned } from '../machine.ts'
import type { Scope } from '../scope.ts'
import { serverFile } from './server.ts'

/**
 * Starts a PostgreSQL that is reached by a local socket, on this process's cores, with these settings beside its own. Returns
 * what makes an empty database there and tells its URL.
 */
export async function startPostgres(scope: Scope, settings: readonly string[] = []): Promise<() => Promise<string>> {
  const cluster = await startCluster(settings)
  scope.defer(cluster.stop)
  let made = 0
  return async () => {
    made += 1
    const database = await createDatabase(cluster.url, `acct_bench_${process.pid}_${made}`)
    scope.defer(() => dropDatabase(cluster.url, database))
    return database.url
  }
}

export interface InProcess {
  readonly url: string
  readonly tokens: readonly string[]
  /** How many ask at once: each figure is measured by turns, one after another. */
  readonly atOnce: readonly number[]
  readonly poolSize: number
  readonly rounds: number
  readonly seconds: number
}

/** Who-am-I a second, of each round, in a process on these cores that does nothing else; for each number at once. */
export async function coreOnPostgres(
  cores: string | undefined,
  job: InProcess,
): Promise<{ readonly core: readonly number[]; readonly bare: readonly number[] }[]> {
  const [program, ...words] = pinned(cores, [process.execPath, serverFile('coreOnPostgres.mjs')])
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(job))
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`who-am-I in a process ended with ${code}`)
  return JSON.parse(printed)
}
