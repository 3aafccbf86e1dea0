// `node scripts/previous-version.mjs <commit>`, at a release: builds the server of that commit and packs it into one file, which
// apps/server/test/previousVersion.test.ts runs beside today's. Committed, because a clone may have no history, and building
// takes a minute. Native packages are not in it: the old program runs on today's.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const packed = join(root, 'apps', 'server', 'test', 'previous', 'server.json.br')

/** What the program consists of: where it is built, where it is packed, and which files. */
const parts = [
  { from: 'apps/server/dist', to: 'server/dist', files: /\.js$/ },
  {
    from: 'apps/server/assets',
    to: 'server/assets',
    files: /^(default-avatar\.png|hashThread\.js|sensitive-words\.txt)$/,
  },
  ...['core', 'delivery', 'schema', 'store'].flatMap((name) => [
    { from: `packages/${name}`, to: `node_modules/@acct/${name}`, files: /^(package|releases)\.json$/ },
    { from: `packages/${name}/dist`, to: `node_modules/@acct/${name}/dist`, files: /\.js$/ },
  ]),
  ...['migrations', 'migrations-postgres'].flatMap((name) => [
    { from: `packages/store/${name}`, to: `node_modules/@acct/store/${name}`, files: /\.sql$/ },
    { from: `packages/store/${name}/meta`, to: `node_modules/@acct/store/${name}/meta`, files: /^_journal\.json$/ },
  ]),
]

function packedFiles(folder) {
  return parts.flatMap(({ from, to, files }) =>
    readdirSync(join(folder, from))
      .filter((name) => files.test(name))
      .sort()
      // Bytes as characters, so that pictures are nothing special.
      .map((name) => [`${to}/${name}`, readFileSync(join(folder, from, name), 'latin1')]),
  )
}

const [wanted] = process.argv.slice(2)
if (wanted === undefined) {
  process.stderr.write('which commit? `node scripts/previous-version.mjs <commit>`\n')
  process.exit(2)
}
const commit = execFileSync('git', ['rev-parse', wanted], { cwd: root, encoding: 'utf8' }).trim()
const folder = mkdtempSync(join(tmpdir(), 'acct-previous-'))
try {
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 })
  execFileSync('tar', ['x', '-C', folder], { input: archive })
  for (const args of [
    ['install', '--frozen-lockfile', '--prefer-offline'],
    // Not by turbo, which walks into the links between the packages where there is no repository.
    ['--filter', '@acct/server...', 'build'],
  ]) {
    execFileSync('npx', ['-y', 'pnpm@10', ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const bytes = Buffer.from(JSON.stringify({ commit, files: packedFiles(folder) }))
  mkdirSync(dirname(packed), { recursive: true })
  writeFileSync(
    packed,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }),
  )
  process.stdout.write(`${packed}: ${commit}, ${bytes.length} bytes, packed ${readFileSync(packed).length}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
