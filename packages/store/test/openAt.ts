import type { Blobs, Clock, Stores } from '@acct/core'
import { openPostgres, openStore } from '../src/index.ts'
import { unhurried } from './unhurried.ts'

/** A store on one of the engines. */
export interface OpenStore {
  stores: Stores
  pictureFiles(clock: Clock): Blobs
  ping(): void | Promise<void>
  close(): void | Promise<void>
}

/** Opens a file or a URL. */
export async function openAt(at: string): Promise<OpenStore> {
  return at.includes('://') ? openPostgres({ url: at, connectTimeout: unhurried }) : openStore({ file: at })
}
