import { inject, onTestFinished } from 'vitest'
import { createDatabase, dropDatabase, type TestDatabase } from '../src/testing/index.ts'

let databases = 0

/** A database of its own at this program's schema, or an empty one, which goes when the test is over. */
export async function freshDatabase(content: 'schema' | 'nothing' = 'schema'): Promise<TestDatabase> {
  const { database, drop } = await makeDatabase(content)
  onTestFinished(drop)
  return database
}

/** The same for who removes it by itself. */
export async function makeDatabase(content: 'schema' | 'nothing' = 'schema') {
  const [cluster, template] = [inject('cluster'), inject('template')]
  databases += 1
  const name = `${template}_${process.pid}_${databases}`
  const database = await createDatabase(cluster, name, content === 'schema' ? template : undefined)
  return { database, drop: () => dropDatabase(cluster, database) }
}
