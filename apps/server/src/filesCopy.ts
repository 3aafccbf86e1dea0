import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Copies every file of a folder that the other one does not have. Names are never written twice, so that a file of the same
 * name is the same. One that goes meanwhile is left out; none is removed. Each is whole and durable in its place.
 */
export function copyNewFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  if (!existsSync(from)) return
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.draft')) copyPrivately(join(from, name), join(to, name))
  }
  syncPath(to)
}

/** Copies a file that only its owner may read, unless one is there already. False where there is none to copy. */
export function copyPrivately(from: string, to: string): boolean {
  if (existsSync(to)) return true
  const draft = `${to}.draft`
  try {
    copyFileSync(from, draft)
    chmodSync(draft, 0o600)
    syncPath(draft)
    renameSync(draft, to)
    syncPath(dirname(to))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(from)) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Makes a file, or the names in a folder, outlast a loss of power. */
function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
