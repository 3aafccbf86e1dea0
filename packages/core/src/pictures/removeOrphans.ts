import type { Core } from '../core.ts'
import { hour } from '../time.ts'
import { avatarOfFile } from './avatarFile.ts'

/**
 * Removes the files that belong to no picture: what a crash between writing a file and its row left behind, or a removal
 * that failed. Younger ones than an hour may be on their way to their row. Meant for the start; tells how many went.
 */
export async function removeOrphans(core: Core): Promise<{ removed: number }> {
  const { blobs, clock, stores } = core
  const before = clock.now() - hour
  let removed = 0
  for await (const { name: file, writtenAt } of blobs.list()) {
    if (writtenAt >= before) continue
    const name = avatarOfFile(file)
    const picture = name === undefined ? undefined : await stores.pictures.find(name)
    if (picture?.kind === 'avatar') continue
    await blobs.remove(file)
    removed += 1
  }
  return { removed }
}
