import { storeSuites } from '@acct/core/testing/suites'
import { afterEach, beforeEach, describe } from 'vitest'
import { openPostgres, type PostgresStore } from '../src/index.ts'
import { makeDatabase } from './postgres.ts'

describe('on PostgreSQL', () => {
  let store: PostgresStore
  let drop: () => Promise<void>

  beforeEach(async () => {
    const made = await makeDatabase()
    drop = made.drop
    store = await openPostgres(made.database)
  })
  afterEach(async () => {
    await store.close()
    await drop()
  })

  storeSuites(() => ({ stores: store.stores, close: () => {} }))
})
