import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A path for a database in a folder of its own, which goes when the test is over. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'acct-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'acct.db')
}
