import { storeSuites } from '@acct/core/testing/suites'
import { afterEach, beforeEach, describe } from 'vitest'
import { openPostgres, type PostgresStore } from '../src/index.ts'
import type { TestDatabase } from '../src/testing/index.ts'
import { giveDatabase, takeDatabase } from './postgres.ts'

describe('on PostgreSQL', () => {
  let database: TestDatabase
  let store: PostgresStore

  beforeEach(async () => {
    database = await takeDatabase()
    store = await openPostgres(database)
  })
  afterEach(async () => {
    await store.close()
    await giveDatabase(database)
  })

  storeSuites(() => ({ stores: store.stores, close: () => {} }))
})
