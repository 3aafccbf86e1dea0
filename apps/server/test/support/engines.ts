import { type Cluster, createDatabase, databasesLike, dropDatabase, startCluster } from '@acct/store/testing'
import type { Settings } from './process.ts'

/** What a server of a test keeps its accounts in. */
export interface Engine {
  readonly name: string
  readonly start: () => Promise<void>
  /** Removes what was made since the start. */
  readonly stop: () => Promise<void>
  /** The settings that give a server an empty database of its own. */
  readonly fresh: () => Promise<Settings>
}

const nothing = async () => {}

/** A file in the data folder, which each server of a test has for itself. */
const sqlite: Engine = { name: 'SQLite', start: nothing, stop: nothing, fresh: async () => ({}) }

/** One PostgreSQL for a test file, and a database in it for each server. */
function postgres(): Engine {
  const prefix = `acct_server_${process.pid}_`
  let starting: Promise<Cluster> | undefined
  let made = 0
  return {
    name: 'PostgreSQL',
    start: async () => {
      starting = startCluster()
      await starting
    },
    stop: async () => {
      // One that is still starting, too: nobody else would ever end it.
      const cluster = await starting?.catch(() => undefined)
      if (cluster === undefined) return
      for (const name of await databasesLike(cluster.url, prefix)) await dropDatabase(cluster.url, { name })
      await cluster.stop()
    },
    fresh: async () => {
      const cluster = await starting
      if (cluster === undefined) throw new Error('PostgreSQL was not started')
      made += 1
      const { url } = await createDatabase(cluster.url, `${prefix}${made}`)
      return { ACCT_DATABASE_URL: url }
    },
  }
}

/** All that a server can keep its accounts in. */
export const engines = (): readonly Engine[] => [sqlite, postgres()]
