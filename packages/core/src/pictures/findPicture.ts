import type { Core } from '../core.ts'

/** Whose profile a QR code of this name opens. Whoever has the name may see the code. */
export async function findPicture(
  core: Core,
  { name }: { name: string },
): Promise<{ kind: 'profileCode'; accountId: number } | { kind: 'none' }> {
  const found = await core.stores.pictures.find(name)
  return found?.kind === 'profileCode' ? { kind: 'profileCode', accountId: found.accountId } : { kind: 'none' }
}
