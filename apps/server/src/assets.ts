import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

// This file lies directly in src/, and is bundled directly into dist/: the folder is beside both.
const folder = new URL('../assets/', import.meta.url)

/** Reads a file of the server's `assets` folder. `name` comes from the program, never from a request. */
export const readAsset = (name: string): Promise<Buffer> => readFile(fileURLToPath(new URL(name, folder)))
