import type { Core } from '../core.ts'
import { avatarOfFile } from './avatarFile.ts'

/**
 * The JPEG in an avatar's file (as `avatarFile` names it). One that was replaced is gone at once, even while its file could
 * not be removed yet.
 */
export async function readAvatar(
  core: Core,
  { file }: { file: string },
): Promise<{ kind: 'avatar'; bytes: Uint8Array } | { kind: 'none' }> {
  const name = avatarOfFile(file)
  const found = name === undefined ? undefined : await core.stores.pictures.find(name)
  const bytes = found?.kind === 'avatar' ? await core.blobs.read(file) : undefined
  return bytes === undefined ? { kind: 'none' } : { kind: 'avatar', bytes }
}
