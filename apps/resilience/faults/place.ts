import { join } from 'node:path'
import { createDatabase, numberIn, type OwnCluster, startOwnCluster } from '@acct/store/testing'
import { type Settings, temporaryFolder, unlimited } from '../src/server.ts'
import { until } from '../src/wait.ts'
import { observe } from './household/observe.ts'
import { observePostgres } from './household/observePostgres.ts'
import type { Town } from './household/town.ts'

/** Where the servers of a scenario keep their accounts, and how it is compared with the ledger. */
export interface Place {
  readonly engine: 'SQLite' | 'PostgreSQL'
  /** For each server on it. */
  readonly settings: Settings
  /** Compares the town with what is there, while nobody acts; tells the differences. */
  readonly settle: (town: Town) => Promise<string[]>
  readonly remove: () => void
}

/** A folder of its own, with everything in it. */
export function sqlitePlace(name: string): Place {
  const { folder, remove } = temporaryFolder(name)
  const settle = async (town: Town) => {
    const there = observe(join(folder, 'acct.db'))
    const differences = town.settle(there)
    there.close()
    return differences
  }
  return { engine: 'SQLite', settings: { ...unlimited, ACCT_DATA_DIR: folder }, settle, remove }
}

/** A database of its own in the PostgreSQL of this run. */
export interface PostgresPlace extends Place {
  readonly cluster: OwnCluster
  readonly url: string
  /** A number that a query gives, asked beside the servers: `count(*) from accounts`. */
  readonly number: (what: string) => Promise<number>
}

/** The connections of servers, as PostgreSQL lists them. */
export const serverConnections = "pg_stat_activity where application_name = 'acct' and datname = current_database()"

let starting: Promise<OwnCluster> | undefined
let databases = 0

/** Makes a database. The first call starts a PostgreSQL, which runs until `stopPostgres`. */
export async function postgresPlace(name: string): Promise<PostgresPlace> {
  // So that commits can be made to wait for a standby that there is not.
  starting ??= startOwnCluster(['wal_level=replica', 'max_wal_senders=1'])
  const cluster = await starting
  databases += 1
  const database = await createDatabase(cluster.url, `faults_${databases}`)
  const { url } = database
  const { folder, remove } = temporaryFolder(name)
  const number = (what: string) => numberIn(database, what)
  const settle = async (town: Town) => {
    // What a server was doing that was killed, or has given up waiting, PostgreSQL may still be about to finish.
    const isQuiet = async () => (await number(`count(*) from ${serverConnections} and state <> 'idle'`)) === 0
    await until(isQuiet, 'PostgreSQL to finish what was under way')
    const there = await observePostgres(url)
    const differences = town.settle(there)
    there.close()
    return differences
  }
  const settings = { ...unlimited, ACCT_DATA_DIR: folder, ACCT_DATABASE_URL: url }
  return { engine: 'PostgreSQL', cluster, url, number, settings, settle, remove }
}

/** Ends the PostgreSQL of this run, if there was one. */
export async function stopPostgres(): Promise<void> {
  const cluster = await starting?.catch(() => undefined)
  await cluster?.stop()
}
