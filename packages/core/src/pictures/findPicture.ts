import type { Core } from '../core.ts'

/** Whose profile a QR code of this name opens. Whoever has the name may see the code. */
export async function findPicture(
  core: Core,
  { name }: { name: string },
): Promise<{ kind: 'profileCode'; accountId: number } | { kind: 'none' }> {
  const accountId = await core.stores.pictures.findProfileCode(name)
  return accountId === undefined ? { kind: 'none' } : { kind: 'profileCode', accountId }
}
