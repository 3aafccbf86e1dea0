import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** The built program, as it is shipped. `pnpm test` builds it first. */
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

const quickHashes = { ACCT_ARGON2: 'm=32,t=1,p=1', ACCT_LIMIT_REQUESTS_PER_MINUTE: '0' }

export type Settings = Readonly<Record<string, string>>

/** The environment of a child: the machine's, less its own settings, and these. */
const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ACCT_|PORT$|HOST$|NODE_ENV$|LOG_)/.test(name)),
  ),
  ...quickHashes,
  ...settings,
})

/** A folder of its own for a test, and how to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'acct-process-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs one `acct` command to its end. */
export async function acct(args: readonly string[], settings: Settings, input = '') {
  const child = spawn(process.execPath, [main, ...args], { env: environment(settings) })
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as number | null, out, err }
}

export interface ServingProcess {
  readonly url: string
  readonly child: ChildProcess
  /** What it has logged so far, one JSON object a line. */
  readonly log: () => string
  /** What it has written to stderr so far. */
  readonly errors: () => string
  /** Resolves once its log has a line with this in it. */
  readonly says: (part: string) => Promise<void>
  /** Waits for its end: the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/** Starts `acct serve`, of this version or another one, and waits until it says that it listens. */
export async function serve(settings: Settings, program = main): Promise<ServingProcess> {
  const child = spawn(process.execPath, [program, 'serve'], { env: environment({ PORT: '0', ...settings }) })
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  let out = ''
  let err = ''
  const heard = new Set<() => void>()
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk
  })
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
    for (const look of heard) look()
  })
  const lineWith = (part: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = out.split('\n').find((each) => each.includes(part) && each.endsWith('}'))
        if (line !== undefined) resolve(line)
      }
      heard.add(look)
      look()
      ended.then(() => reject(new Error(`it ended without saying ${part}: ${err}`)))
    })
  const { url } = JSON.parse(await lineWith('"msg":"listening"')) as { url: string }
  const says = async (part: string) => void (await lineWith(part))
  return { url, child, log: () => out, errors: () => err, says, ended }
}
