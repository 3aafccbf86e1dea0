// After a build: leaves each file in brotli and gzip beside itself, which the server sends as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(html|js|css|svg|json)$/.test(name)) continue
  const path = join(dist, name)
  const contents = readFileSync(path)
  // Of a small file the smaller encoding may be the file itself.
  for (const [suffix, encoded] of [
    ['.br', brotliCompressSync(contents)],
    ['.gz', gzipSync(contents, { level: 9 })],
  ]) {
    if (encoded.length < contents.length) writeFileSync(path + suffix, encoded)
  }
}
