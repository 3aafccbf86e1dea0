import { setImmediate } from 'node:timers/promises'
import type { Stores } from '@acct/core'
import { storeSuites } from '@acct/core/testing/suites'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { openPostgres, type PostgresStore } from '../src/index.ts'
import type { TestDatabase } from '../src/testing/index.ts'
import { emptyDatabase, giveDatabase, takeDatabase } from './postgres.ts'
import { unhurried } from './unhurried.ts'

describe('on PostgreSQL', () => {
  let database: TestDatabase
  let store: PostgresStore

  // Opened once, and emptied between two tests: preparing all statements on new connections costs more than most tests.
  beforeAll(async () => {
    database = await takeDatabase()
    store = await openPostgres({ ...database, connectTimeout: unhurried })
  })
  afterEach(async () => {
    // What a test did not wait for is done first.
    for (;;) {
      const { size, idle, waiting } = store.pool()
      if (idle === size && waiting === 0) break
      await setImmediate()
    }
    await emptyDatabase(database)
  })
  afterAll(async () => {
    await store.close()
    await giveDatabase(database)
  })

  storeSuites(() => ({ stores: copied(store.stores), close: () => {} }))
})

/** Stores whose methods a test may replace: the next test finds them as they were. */
function copied(stores: Stores): Stores {
  return Object.fromEntries(Object.entries(stores).map(([area, store]) => [area, { ...store }])) as unknown as Stores
}
