import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { createDatabase, dropDatabase, type TestDatabase } from '../src/testing/index.ts'

const emptied: TestDatabase[] = []
let made = 0

/** A database at this program's schema without any row, or one with nothing in it at all, until the test is over. */
export async function freshDatabase(content: 'schema' | 'nothing' = 'schema'): Promise<TestDatabase> {
  const database = content === 'schema' ? await takeDatabase() : await make()
  onTestFinished(() => (content === 'schema' ? giveDatabase(database) : dropDatabase(inject('cluster'), database)))
  return database
}

/** The same with the schema for who gives it back. Emptying one costs less than making another. */
export async function takeDatabase(): Promise<TestDatabase> {
  return emptied.pop() ?? (await make(inject('template')))
}

/** Makes a database good for another test. Nobody uses it any more. */
export async function giveDatabase(database: TestDatabase): Promise<void> {
  await emptyDatabase(database)
  emptied.push(database)
}

/** Removes every row but the migrations'. */
export async function emptyDatabase({ url }: TestDatabase): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> 'acct_migrations'",
  )
  await client.query(rows.map(({ tablename }) => `delete from ${tablename}`).join(';'))
  await client.end()
}

function make(template?: string): Promise<TestDatabase> {
  made += 1
  return createDatabase(inject('cluster'), `${inject('template')}_${process.pid}_${made}`, template)
}
