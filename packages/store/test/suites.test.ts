import { storeSuites } from '@acct/core/testing/suites'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openStore, type Store } from '../src/index.ts'
import { freshFile } from './support.ts'

// What a start reads to learn the schema: a handful of rows.
const atStart = /sqlite_schema|__drizzle_migrations/

const prepare = vi.spyOn(Database.prototype, 'prepare')

/** Opens a store and has all its areas prepare their statements, as their first use does. */
function openWhole(file: string): Store {
  const store = openStore({ file })
  for (const area of Object.values(store.stores)) expect(area).toBeTypeOf('object')
  store.pictureFiles({ now: () => 0 })
  return store
}

function statementsOf(file: string): string[] {
  openWhole(file).close()
  prepare.mockClear()
  openWhole(file).close()
  return prepare.mock.calls.map(([source]) => source).filter((source) => !atStart.test(source))
}

test('no statement of a store scans or sorts a table', () => {
  const file = freshFile()
  const statements = new Set(statementsOf(file))
  expect(statements.size).toBeGreaterThan(60)
  const client = new Database(file)
  for (const statement of statements) {
    const parameters = Array.from(statement.matchAll(/\?/g), () => null)
    const plan = client.prepare(`explain query plan ${statement}`).all(...parameters) as { detail: string }[]
    const slow = plan.map(({ detail }) => detail).filter((detail) => /^SCAN|AUTOMATIC|TEMP B-TREE/.test(detail))
    expect(slow, statement).toEqual([])
  }
  client.close()
})

describe('what the suites run was prepared before the first step', () => {
  const late: string[] = []
  storeSuites(() => {
    const store = openWhole(freshFile())
    prepare.mockClear()
    return {
      stores: store.stores,
      close: () => {
        late.push(...prepare.mock.calls.map(([source]) => source))
        store.close()
      },
    }
  })
  afterAll(() => expect(late).toEqual([]))
})
