import { link, open, opendir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Blobs, type Clock, Unavailable } from '@acct/core'
import { isBlobName, requireBlobName } from './blobName.ts'

/** What a `put` that was cut off has left behind. */
const draftName = /^[\w-]{22,80}\.jpg\.draft$/

/**
 * Files in one folder, which exists and is ours alone. A blob appears in its place complete and durable, or not at all. A
 * `put` that a crash cut off leaves a draft, which `list` tells like a blob, so that whoever sweeps what nobody names
 * sweeps drafts, too. Files are dated by the clock. Throws `Unavailable` where the disk is full.
 */
export function folderBlobs(folder: string, clock: Clock): Blobs {
  return {
    put: async (name, bytes) => {
      requireBlobName(name)
      const draft = join(folder, `${name}.draft`)
      try {
        await writeDurably(draft, bytes, clock.now() / 1000)
        // Unlike renaming, this fails if there is one of that name.
        await link(draft, join(folder, name))
      } catch (error) {
        throw fullDisk(error) ?? error
      } finally {
        await rm(draft, { force: true })
      }
      await syncFolder(folder)
    },
    read: async (name) => (isBlobName(name) ? unlessMissing(readFile(join(folder, name))) : undefined),
    remove: async (name) => {
      if (!draftName.test(name)) requireBlobName(name)
      await rm(join(folder, name), { force: true })
    },
    list: async function* () {
      for await (const { name } of await opendir(folder)) {
        if (!isBlobName(name) && !draftName.test(name)) continue
        const found = await unlessMissing(stat(join(folder, name)))
        if (found !== undefined) yield { name, writtenAt: Math.round(found.mtimeMs) }
      }
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array, at: number): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.utimes(at, at)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a new name in the folder outlast a loss of power. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function unlessMissing<Result>(found: Promise<Result>): Promise<Result | undefined> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** What the operator has to make room for; nothing is wrong with what was asked. */
function fullDisk(error: unknown): Unavailable | undefined {
  const { code } = error as NodeJS.ErrnoException
  const full = code !== undefined && ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE'].includes(code)
  return full ? new Unavailable(`no file can be written: ${code}`, { retryAfter: 30, cause: error }) : undefined
}
