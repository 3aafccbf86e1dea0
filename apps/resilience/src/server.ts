import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

/** The built program, as it is shipped; `ACCT_RESILIENCE_PROGRAM` names another one, such as a sabotaged copy. */
const program =
  process.env.ACCT_RESILIENCE_PROGRAM ??
  join(dirname(createRequire(import.meta.url).resolve('@acct/server/package.json')), 'dist', 'main.js')

export type Settings = Readonly<Record<string, string>>

/** Cheap hashes, and no limits for the one source that every suite calls from: a suite that tests those sets them. */
export const unlimited: Settings = {
  ACCT_ARGON2: 'm=32,t=1,p=1',
  ACCT_LIMIT_REQUESTS_PER_MINUTE: '0',
  ACCT_LIMIT_CODE_INTERVAL: '0',
  ACCT_LIMIT_CODES_PER_HOUR: '0',
  ACCT_LIMIT_CODES_PER_DAY: '0',
  ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
  ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
}

/** The environment of a child: the machine's, less its own settings, and these. */
const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ACCT_|PORT$|HOST$|NODE_ENV$|LOG_)/.test(name)),
  ),
  ...settings,
})

/** A folder of its own for a scenario, and how to remove it. */
export function temporaryFolder(name = 'resilience'): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `acct-${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs one `acct` command to its end. */
export async function acct(args: readonly string[], settings: Settings) {
  const child = spawn(process.execPath, [program, ...args], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as number | null, out, err }
}

export interface ServingProcess {
  /** Where it is bound: `http://127.0.0.1:<port>`. */
  readonly url: string
  readonly child: ChildProcess
  /** The server itself, also where `child` is a tracer around it. */
  readonly pid: number
  /** From its spawn to its first answer on `/readyz`, in milliseconds. */
  readonly startedWithin: number
  /** What it has logged so far, one JSON object a line. */
  readonly log: () => string
  /** What it wrote to stderr so far: nothing, of a server that is well. */
  readonly errors: () => string
  /** Resolves once its log has a line with this in it. */
  readonly says: (part: string) => Promise<void>
  /** Waits for its end: the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** Ends it by a signal and waits for its end. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals>
}

/** Servers, and the process each of them is: another one than its child where a tracer is around it. */
const running = new Map<ChildProcess, number>()

/** Kills every server that still runs, as one does whose scenario has failed. */
export function killServers(): void {
  for (const [child, pid] of running) {
    child.kill('SIGKILL')
    if (pid !== child.pid) process.kill(pid, 'SIGKILL')
  }
}
process.on('exit', killServers)

export interface StartOptions {
  /** A command to run the server under, such as `['strace', …]`. */
  readonly under?: readonly string[]
  /** Options of Node itself, such as `--expose-gc`. */
  readonly nodeOptions?: readonly string[]
  readonly cwd?: string
}

/** The start ended, or said nothing, before it listened. */
export class DidNotStart extends Error {
  override readonly name = 'DidNotStart'
  /** How it ended; undefined if it did not. */
  readonly code: number | NodeJS.Signals | undefined
  readonly stderr: string

  constructor(what: string, { code, stderr }: { code?: number | NodeJS.Signals | undefined; stderr: string }) {
    super(`${what}: ${stderr}`)
    this.code = code
    this.stderr = stderr
  }
}

/** Starts `acct serve` on a free port and waits until it answers. Throws `DidNotStart` after 60 seconds or at its end. */
export async function serve(
  settings: Settings,
  { under = [], nodeOptions = [], cwd }: StartOptions = {},
): Promise<ServingProcess> {
  const began = performance.now()
  const [command = process.execPath, ...args] = [...under, process.execPath, ...nodeOptions, program, 'serve']
  const options: SpawnOptions = {
    env: environment({ PORT: '0', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  }
  const child = spawn(command, args, options)
  running.set(child, Number(child.pid))
  child.on('exit', () => running.delete(child))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  let out = ''
  let err = ''
  const heard = new Set<() => void>()
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk
  })
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
    for (const look of heard) look()
  })
  const lineWith = (part: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = out.split('\n').find((each) => each.includes(part) && each.endsWith('}'))
        if (line === undefined) return
        heard.delete(look)
        clearTimeout(timer)
        resolve(line)
      }
      const give = (why: string, code?: number | NodeJS.Signals) => {
        heard.delete(look)
        clearTimeout(timer)
        reject(new DidNotStart(`${why} '${part}'`, { code, stderr: err }))
      }
      const timer = setTimeout(() => give('60 seconds without'), 60_000)
      heard.add(look)
      look()
      ended.then((code) => give(`ended with ${code} without`, code))
    })
  try {
    const line = JSON.parse(await lineWith('"msg":"listening"')) as { url: string }
    const pid = under.length === 0 ? Number(child.pid) : onlyChildOf(Number(child.pid))
    running.set(child, pid)
    await (await fetch(`${line.url}/readyz`)).arrayBuffer()
    const startedWithin = performance.now() - began
    const says = async (part: string) => void (await lineWith(part))
    const end = (signal: NodeJS.Signals) => {
      if (running.has(child)) process.kill(pid, signal)
      return ended
    }
    return { url: line.url, child, pid, startedWithin, log: () => out, errors: () => err, says, ended, end }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** The process that a tracer runs. */
const onlyChildOf = (pid: number) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim())
