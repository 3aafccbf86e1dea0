// `pnpm published`: whether what would be published is whole. Packs each folder that it is given, and of the tarball asks
// publint and attw whether every entry resolves, with its types, in every way that there is, and `npm publish --dry-run`
// what is in it: exactly what the folder's `files` promise.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

const licence = fileURLToPath(new URL('../../../LICENSE', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'acct-published-'))
const failures = []

try {
  for (const folder of process.argv.slice(2)) await check(resolve(folder))
} finally {
  rmSync(out, { recursive: true })
}
for (const failure of failures) process.stderr.write(`${failure}\n`)
process.exitCode = failures.length > 0 ? 1 : 0

async function check(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { name, version } = manifest
  const fail = (what) => failures.push(`${name}: ${what}`)
  process.stdout.write(`\n${name} ${version}\n`)
  const tarball = pack(folder)
  const data = new Uint8Array(readFileSync(tarball))

  const { messages, pkg } = await publint({ pack: { tarball: data.buffer }, strict: true })
  for (const message of messages) fail(`publint: ${formatMessage(message, pkg)}`)
  process.stdout.write(`publint: ${messages.length} complaints\n`)

  const { entrypoints, problems } = await checkPackage(createPackageFromTarballData(data))
  for (const problem of problems) fail(`attw: ${JSON.stringify(problem)}`)
  for (const [entry, { resolutions }] of Object.entries(entrypoints)) {
    const found = Object.values(resolutions).map(({ resolutionKind, resolution }) => {
      const file = resolution?.fileName.replace(`/node_modules/${name}/`, '')
      if (!file) fail(`attw: ${entry} is not found by ${resolutionKind}`)
      return `${resolutionKind} ${file}`
    })
    process.stdout.write(`attw: ${entry}: ${found.join(', ')}\n`)
  }

  const listed = filesOf(tarball)
  const beside = listed.filter((path) => !path.startsWith('dist/'))
  const promised = ['package.json', 'README.md', 'LICENSE', ...manifest.files.filter((path) => /^\w.*\.md$/.test(path))]
  if (String(beside.sort()) !== String(promised.sort())) fail(`holds ${beside}, not ${promised}`)
  const kept = new Set(manifest.files.filter((path) => path.startsWith('!')).map((path) => path.slice(1)))
  const built = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((path) => !kept.has(path))
  const dist = listed.filter((path) => path.startsWith('dist/'))
  if (String(dist.sort()) !== String(built.sort())) fail(`holds ${dist}, not ${built}`)
  if (dist.some((path) => !/\.(c?js|d\.c?ts)$/.test(path))) fail('holds files in dist that are neither code nor types')
  if (readFileSync(join(folder, 'LICENSE'), 'utf8') !== readFileSync(licence, 'utf8')) fail('another LICENSE')
  const changes = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')
  if (!changes.includes(`\n## ${version}\n`)) fail(`CHANGELOG.md says nothing of ${version}`)
  process.stdout.write(`npm publish --dry-run: ${beside.join(', ')} and ${dist.length} files in dist\n`)
}

/** The tarball as pnpm makes it, `publishConfig` worked in. */
function pack(folder) {
  const pnpm = process.env.npm_execpath
  const [command, ...args] = pnpm?.includes('pnpm') ? [process.execPath, pnpm] : ['npx', '-y', 'pnpm@10']
  const packed = run(command, [...args, 'pack', '--json', '--pack-destination', out], folder)
  return JSON.parse(packed).filename
}

/** What npm would publish. It asks for no login, and sends nothing. */
function filesOf(tarball) {
  const listing = JSON.parse(run('npm', ['publish', '--dry-run', '--json', '--access', 'public', tarball], out))
  // Newer versions of npm say it by package.
  const { files } = listing.files ? listing : Object.values(listing)[0]
  return files.map(({ path }) => path)
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}
