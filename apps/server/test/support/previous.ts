import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

/** The server of the last release. */
export interface PreviousVersion {
  readonly commit: string
  /** What Node runs. */
  readonly main: string
  /** Its files, by their path below `migrations` or `migrations-postgres`. */
  readonly migrations: ReadonlyMap<string, string>
}

const packed = fileURLToPath(new URL('../previous/server.json.br', import.meta.url))
const workspace = fileURLToPath(new URL('../../../../', import.meta.url))

/** Unpacks what scripts/previous-version.mjs has packed; packages that it needs beside its own are today's. */
export function unpackPrevious(folder: string): PreviousVersion {
  const { commit, files }: { commit: string; files: [path: string, bytes: string][] } = JSON.parse(
    brotliDecompressSync(readFileSync(packed)).toString(),
  )
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), bytes, 'latin1')
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const user of ['packages/delivery', 'packages/store', 'apps/server']) linkPackages(user, folder)
  const store = 'node_modules/@acct/store/'
  const migrations = files
    .filter(([path]) => path.startsWith(`${store}migrations`) && path.endsWith('.sql'))
    .map(([path, bytes]) => [path.slice(store.length), Buffer.from(bytes, 'latin1').toString()] as const)
  return { commit, main: join(folder, 'server/dist/main.js'), migrations: new Map(migrations) }
}

function linkPackages(user: string, folder: string): void {
  const from = join(workspace, user, 'node_modules')
  const names = readdirSync(from).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(from, name)).map((each) => `${name}/${each}`) : [name],
  )
  for (const name of names.filter((each) => !/^(\.|@acct\/)/.test(each))) {
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    try {
      symlinkSync(join(from, name), place)
    } catch (error) {
      // Two of ours have it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
