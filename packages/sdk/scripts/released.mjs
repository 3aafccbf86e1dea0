// `pnpm released`: at a release, keeps the published types as `released/<version>/`, in place of those of the release
// before. What comes later is compared with them (test/released.test.ts). Needs a fresh build.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const folder = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const target = join(folder, 'released', version)

rmSync(join(folder, 'released'), { recursive: true, force: true })
const files = readdirSync(join(folder, 'dist'), { recursive: true }).filter((name) => name.endsWith('.d.ts'))
const names = files.map(named)
if (new Set(names).size < names.length) throw new Error(`two files of one name: ${names}`)
for (const file of files) {
  const path = join(target, named(file))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bare(named(readFileSync(join(folder, 'dist', file), 'utf8'))))
}
const biome = createRequire(join(folder, '../../package.json')).resolve('@biomejs/biome/bin/biome')
const { status } = spawnSync(process.execPath, [biome, 'check', '--write', target], { stdio: 'inherit' })
process.exitCode = status ?? 1

/** Names of shared files have a hash in them, which changes with every build. */
function named(text) {
  return text.replace(/-[\w-]{8}(?=\.(d\.ts|js)\b)/g, '')
}

/** Declarations without their comments, and with letters as they are. */
function bare(text) {
  const source = ts.createSourceFile('a.d.ts', text, ts.ScriptTarget.ES2022)
  const printed = ts.createPrinter({ removeComments: true }).printFile(source)
  return printed.replace(/\\u([0-9A-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
