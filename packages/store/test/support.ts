import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished, vi } from 'vitest'
import { openStore, type Store } from '../src/index.ts'

/** A path for a database in a folder of its own, which goes when the test is over. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'acct-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'acct.db')
}

/** Opens a store and tells which client it works on, to look and to meddle behind its back. */
export function openWithClient(file: string): { store: Store; client: Database.Database } {
  const pragma = vi.spyOn(Database.prototype, 'pragma')
  const store = openStore({ file })
  const client = pragma.mock.contexts.at(-1)
  pragma.mockRestore()
  if (!(client instanceof Database)) throw new Error('the store opened no client')
  return { store, client }
}
