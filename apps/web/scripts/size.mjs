// Prints what the account centre weighs in brotli, and fails if the JavaScript of a first load is too heavy.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const limit = 120_000
const dist = fileURLToPath(new URL('../dist/', import.meta.url))

const html = readFileSync(`${dist}index.html`, 'utf8')
const sizes = readdirSync(`${dist}assets`)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => {
    const bytes = readFileSync(`${dist}assets/${name}`)
    // Named by index.html: loaded by whoever comes, whatever page it is.
    return { name, first: html.includes(name), raw: bytes.length, brotli: brotliCompressSync(bytes).length }
  })
  .sort((one, other) => Number(other.first) - Number(one.first) || other.brotli - one.brotli)

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`
const print = (line) => process.stdout.write(`${line}\n`)
const sum = (files) => files.reduce((total, { brotli }) => total + brotli, 0)

print('    brotli         raw')
for (const { name, first, raw, brotli } of sizes) {
  print(`${kilobytes(brotli)}  ${kilobytes(raw)}  ${first ? 'first' : 'later'}  ${name}`)
}

const scripts = sizes.filter(({ name }) => name.endsWith('.js'))
const first = sum(scripts.filter((file) => file.first))
print(
  `${kilobytes(first)} JavaScript of a first load (at most${kilobytes(limit)}); ${kilobytes(sum(scripts)).trim()} of all pages`,
)
if (first > limit) {
  print('too heavy')
  process.exitCode = 1
}
