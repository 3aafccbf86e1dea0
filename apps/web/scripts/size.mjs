// Prints what the account centre weighs in brotli, and fails if its JavaScript is too heavy. The limit is for a first load;
// that all pages together keep it is more than is asked, and easier to trust.
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
const all = sum(scripts)
print(`${kilobytes(sum(scripts.filter((file) => file.first)))}  JavaScript of a first load of the first page`)
print(`${kilobytes(all)}  of all pages together (at most ${limit / 1000} kB)`)
if (all > limit) {
  print('too heavy')
  process.exitCode = 1
}
