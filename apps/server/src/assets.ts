import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

// This file lies directly in src/, and is bundled directly into dist/: the folder is beside both.
const folder = new URL('../assets/', import.meta.url)

const kept = new Map<string, Promise<Buffer>>()

/**
 * A file of the server's `assets` folder, read once. All together they are below 1 MiB. `name` comes from the program, never
 * from a request.
 */
export function readAsset(name: string): Promise<Buffer> {
  const asset = kept.get(name) ?? readFile(fileURLToPath(new URL(name, folder)))
  kept.set(name, asset)
  asset.catch(() => kept.delete(name))
  return asset
}
