import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What has to be undone when a table is done, whether it succeeded or not. */
export interface Scope {
  /** Runs at the end, the last one first. */
  readonly defer: (undo: () => unknown) => void
  /** A folder of its own below the system's temporary one, removed at the end. */
  readonly folder: (name: string) => string
  readonly end: () => Promise<void>
}

export function createScope(): Scope {
  const undos: (() => unknown)[] = []
  const defer = (undo: () => unknown) => void undos.push(undo)
  return {
    defer,
    folder: (name) => {
      const folder = mkdtempSync(join(tmpdir(), `acct-bench-${name}-`))
      defer(() => rmSync(folder, { recursive: true, force: true }))
      return folder
    },
    end: async () => {
      for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await undo()
    },
  }
}
