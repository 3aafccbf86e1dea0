// `pnpm gen`: writes what the contracts generate, and removes what they no longer do. The only file here that
// touches the file system.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { variants } from '@acct/schema'
import { filesOf, generatedFolders } from './files.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const files = filesOf(Object.values(variants))

for (const { folder, extension } of generatedFolders) {
  mkdirSync(join(root, folder), { recursive: true })
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const stale = entry.isFile() && entry.name.endsWith(extension) && !files.has(path.slice(root.length + 1))
    if (stale) rmSync(path)
  }
}

for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
