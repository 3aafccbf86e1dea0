import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { startApi } from './api.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the published SDK in its `node_modules`; every test makes a project of its own in it. */
    readonly home: string
    /** The URL of a server that the projects call. */
    readonly origin: string
  }
}

const source = fileURLToPath(new URL('../..', import.meta.url))

/** Packs the SDK as it would be published, and installs the tarball by npm, once for all tests of this folder. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(source, 'dist'))) throw new Error('Build the SDK first: this tests what is published.')
  const home = mkdtempSync(join(tmpdir(), 'acct-sdk-'))
  writeFileSync(join(home, 'package.json'), '{}')
  const pnpm = process.env.npm_execpath
  const [command, ...args] = pnpm?.includes('pnpm') ? [process.execPath, pnpm] : ['npx', '-y', 'pnpm@10']
  run(command, [...args, 'pack', '--out', join(home, 'sdk.tgz')], source)
  run('npm', ['install', '--offline', '--ignore-scripts', './sdk.tgz'], home)
  const api = await startApi(home)
  provide('home', home)
  provide('origin', api.origin)
  return async () => {
    await api.close()
    rmSync(home, { recursive: true })
  }
}

/** Runs a command in a shell's environment: a pnpm that started the tests has left its own settings in ours. */
function run(command: string, args: readonly string[], cwd: string): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name)))
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`)
}
