import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** The built program, as it is shipped, with the account centre in it. */
const main = join(dirname(createRequire(import.meta.url).resolve('@acct/server/package.json')), 'dist', 'main.js')

/** The machine's environment, less the settings that somebody may have made for a server of their own. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(ACCT_|PORT$|HOST$|NODE_ENV$|LOG_)/.test(name)),
)

/** Cheap hashes, and as many requests as a browser on its own machine makes. */
const defaults = { PORT: '0', ACCT_ARGON2: 'm=32,t=1,p=1', ACCT_LIMIT_REQUESTS_PER_MINUTE: '0' }

/** Runs one of the operator’s commands on a server’s data. */
export async function acct(dataDir: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...environment, ...defaults, ACCT_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`acct ${args.join(' ')} failed`)
}

export interface BuiltServer {
  readonly url: string
  /** Where it keeps everything. */
  readonly dataDir: string
  /** Stops it, and removes what it kept. */
  readonly stop: () => Promise<void>
}

/** Starts the built server on a free port and a fresh data folder; resolves once it listens. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), 'acct-e2e-'))
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...environment, ...defaults, ACCT_DATA_DIR: folder, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const listening = new Promise<number>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const { msg, url, web } = JSON.parse(line) as { msg: string; url: string; web?: string }
      if (msg !== 'listening') return
      if (web === undefined) process.stderr.write('the account centre was not built\n')
      resolve(Number(new URL(url).port))
    })
  })
  const port = await Promise.race([listening, ended])
  if (typeof port !== 'number') throw new Error('the server did not start')
  // As the server names itself in links: pages and their pictures have one origin then.
  return { url: `http://localhost:${port}`, dataDir: folder, stop }
}
