import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench.ts'

/** The package of the peers, which the root's install leaves out. */
const folder = new URL('../../peers/', import.meta.url)

export const peerFile = (name: string): string => fileURLToPath(new URL(name, folder))

/**
 * Whether the peers are installed. A full run installs them, with the versions of their own lockfile; a quick one takes
 * no time for that.
 */
export function havePeers({ plan, say }: Bench): boolean {
  if (existsSync(peerFile('node_modules/better-auth'))) return true
  if (plan.quick) return false
  say('installing the peers (apps/bench/peers)')
  const words = ['-y', 'pnpm@10', 'install', '--frozen-lockfile', '--prefer-offline']
  const { status } = spawnSync('npx', words, { cwd: fileURLToPath(folder), stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`the peers could not be installed: pnpm ended with ${status}`)
  return true
}

/** The versions that the peers are measured in. */
export function peerVersions(): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(peerFile('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return dependencies
}
