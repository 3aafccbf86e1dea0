import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

// A database appears in its place complete or not at all: it is made under another name beside it.

/** Where this process makes what is to be at `file`. */
export const draftOf = (file: string) => `${file}.new-${process.pid}`

/** Removes a draft and what SQLite keeps beside it. */
export function removeDraft(draft: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draft + suffix, { force: true })
}

/** Removes drafts that processes left which are no more. */
export function removeStaleDrafts(file: string): void {
  const prefix = `${basename(file)}.new-`
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(prefix) ? /^\d+/.exec(name.slice(prefix.length))?.[0] : undefined
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(file), name), { force: true })
  }
}

/** Makes what was written to a file, or the names in a folder, outlast a loss of power. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
