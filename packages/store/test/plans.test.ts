import { drizzle, NodePgSession } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Connection } from '../src/postgres/connection.ts'
import { pictureFileBlobs } from '../src/postgres/pictureFiles.ts'
import { storesOn } from '../src/postgres/stores.ts'
import { takeTurns } from '../src/postgres/turns.ts'
import { freshDatabase } from './postgres.ts'

/** Every statement of the store, as it is sent. */
function statementsOf(client: Client): Set<string> {
  const prepareQuery = vi.spyOn(NodePgSession.prototype, 'prepareQuery')
  const db = drizzle(client)
  const never = () => Promise.reject(new Error('nothing is run here'))
  const connection: Connection = {
    prepared: (build) => {
      build(db)
      return { read: never, readAll: never, change: never, write: never, along: never }
    },
  }
  storesOn(connection)
  pictureFileBlobs(connection, { now: () => 0 })
  takeTurns(db)
  const statements = new Set(prepareQuery.mock.calls.map(([query]) => query.sql))
  prepareQuery.mockRestore()
  return statements
}

test('no statement of a store scans a table or sorts one on PostgreSQL', async () => {
  const client = new Client({ connectionString: (await freshDatabase()).url })
  await client.connect()
  onTestFinished(() => client.end())
  const statements = statementsOf(client)
  expect(statements.size).toBeGreaterThan(100)
  // Planned for parameters that are not known, as a statement is that has been run a few times; and whatever can be done by
  // an index is, though these tables are empty.
  await client.query('set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_sort = off')
  for (const statement of statements) {
    const count = Math.max(0, ...Array.from(statement.matchAll(/\$(\d+)/g), ([, number]) => Number(number)))
    await client.query(`prepare explained as ${statement}`)
    const values = count === 0 ? '' : `(${Array.from({ length: count }, () => 'null').join(', ')})`
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute explained${values}`)
    await client.query('deallocate explained')
    const plan = rows.map((row) => row['QUERY PLAN'])
    expect(
      plan.filter((line) => /Seq Scan|Sort/.test(line)),
      `${statement}\n${plan.join('\n')}`,
    ).toEqual([])
  }
})
