import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { StoreRefused } from '../refused.ts'
import type { Place } from './copyStore.ts'

/** See ../copy.ts. */
export async function thawStore(place: Place): Promise<boolean> {
  if (place.kind === 'postgres') return (await import('./postgres.ts')).thawAt(place.url)
  const path = resolve(place.file)
  if (!existsSync(path)) throw new StoreRefused(path, 'it does not exist')
  return (await import('./sqlite.ts')).thawAt(path)
}
