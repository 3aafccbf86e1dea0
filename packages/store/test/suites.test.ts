import { storeSuites } from '@acct/core/testing/suites'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openStore } from '../src/index.ts'
import { freshFile } from './support.ts'

// What a start reads to learn the schema: a handful of rows.
const atStart = /sqlite_schema|__drizzle_migrations/

const prepare = vi.spyOn(Database.prototype, 'prepare')

function statementsOf(file: string): string[] {
  openStore({ file }).close()
  prepare.mockClear()
  openStore({ file }).close()
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

describe('what the suites run was prepared when the store opened', () => {
  const late: string[] = []
  storeSuites(() => {
    const store = openStore({ file: freshFile() })
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
