import { readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'

const processes = '/proc'

/**
 * Whether a process has one of these files open, as far as Linux tells: those of the same user, and for root all. Elsewhere
 * nobody tells, and it is false. For files that SQLite can no longer open, whose locks would say it otherwise.
 */
export function isOpenSomewhere(files: readonly string[]): boolean {
  const sought = files.map(statOf).filter((stat) => stat !== undefined)
  const isSought = (stat: Stats | undefined) =>
    stat !== undefined && sought.some(({ dev, ino }) => stat.dev === dev && stat.ino === ino)
  const pids = namesIn(processes).filter((name) => /^\d+$/.test(name))
  return pids.some((pid) => {
    const descriptors = join(processes, pid, 'fd')
    return namesIn(descriptors).some((name) => isSought(statOf(join(descriptors, name))))
  })
}

/** Undefined of what there is not, or not for us: a process may end while it is looked at. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
