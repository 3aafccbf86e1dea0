import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { planOf, statementsOf } from '../src/testing/index.ts'
import { freshDatabase } from './postgres.ts'

test('no statement of a store scans a table or sorts one on PostgreSQL', async () => {
  const client = new Client({ connectionString: (await freshDatabase()).url })
  await client.connect()
  onTestFinished(() => client.end())
  const statements = statementsOf(client)
  expect(statements.size).toBeGreaterThan(100)
  // Whatever can be done by an index is, though these tables are empty.
  await client.query('set enable_seqscan = off; set enable_sort = off')
  for (const statement of statements) {
    const plan = await planOf(client, statement)
    expect(
      plan.filter((line) => /Seq Scan|Sort/.test(line)),
      `${statement}\n${plan.join('\n')}`,
    ).toEqual([])
  }
})
