import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { knownMigrations } from '../src/migrations.ts'
import { migrate } from '../src/postgres/migrate.ts'
// Not all of testing/: what is imported here finds other packages as they are built, and perhaps they are not.
import { startCluster } from '../src/testing/cluster.ts'
import { createDatabase, databasesLike, dropDatabase } from '../src/testing/database.ts'

// One PostgreSQL for all tests, with a database at this program's schema that each test gets a copy of.

declare module 'vitest' {
  interface ProvidedContext {
    cluster: string
    template: string
  }
}

export default async function start({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  const template = await createDatabase(cluster.url, `acct_test_${process.pid}`)
  const client = new Client({ connectionString: template.url })
  await client.connect()
  await migrate(client, knownMigrations('postgres'), template.name)
  await client.end()
  provide('cluster', cluster.url)
  provide('template', template.name)
  return async () => {
    for (const name of await databasesLike(cluster.url, template.name)) await dropDatabase(cluster.url, { name })
    await cluster.stop()
  }
}
