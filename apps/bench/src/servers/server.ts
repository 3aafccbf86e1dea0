import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { pinned } from '../machine.ts'
import type { Scope } from '../scope.ts'

/** A server in a process of its own. */
export interface Server {
  readonly url: string
  /** Milliseconds from spawning it to the line that says that it listens. */
  readonly listeningAfter: number
  /** Seconds of a core that it has used so far, with the workers that it has started. */
  readonly cpuSeconds: () => number
  /** Resident memory in MiB. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

export interface ServerCommand {
  /** A JavaScript file and its words. It says where it listens in a JSON line with `"msg":"listening"` and `"url"`. */
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The cores that it may use. */
  readonly cores: string | undefined
}

/** The path of a server of ours, in plain JavaScript beside this file. */
export const serverFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Starts a server and waits until it listens. What it logs goes through a pipe that is read, and is thrown away. */
export async function startServer(scope: Scope, { command, env = {}, cores }: ServerCommand): Promise<Server> {
  const from = performance.now()
  const [program, ...words] = pinned(cores, [process.execPath, ...command])
  const child = spawn(program, words, { env: { ...plainEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = stopping(child)
  scope.defer(stop)
  const url = await listening(child)
  const { pid } = child
  if (pid === undefined) throw new Error(`${command[0]} has no process`)
  return {
    url,
    listeningAfter: performance.now() - from,
    cpuSeconds: () => [pid, ...childrenOf(pid)].reduce((sum, each) => sum + cpuSecondsOf(each), 0),
    memory: () => Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024,
    stop,
  }
}

/** The machine's environment without what would change a server's behaviour. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = /^(ACCT_|BETTER_AUTH_|PORT$|HOST$|NODE_|LOG_|UV_)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)))
}

async function listening(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the server has no pipes')
  let errors = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000)
  })
  const lines = createInterface({ input: stdout })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened: ${errors}`)))
    lines.on('line', (line) => {
      if (line.includes('"msg":"listening"')) resolve((JSON.parse(line) as { url: string }).url)
    })
  })
  lines.removeAllListeners('line')
  lines.close()
  // Closing the reader of lines pauses the pipe; a full pipe would stop the server.
  stdout.resume()
  return url
}

/** How long a server may take to end by itself, in milliseconds. */
const patience = 15_000

function stopping(child: ChildProcess): () => Promise<void> {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), patience)
    await ended
    clearTimeout(late)
  }
}

function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
    return pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
  }
  return (readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? []).map(Number)
}

/** User and system time of all its threads; from /proc, or where there is none, in whole seconds, from `ps`. */
function cpuSecondsOf(pid: number): number {
  if (process.platform === 'linux') {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  }
  const { stdout } = spawnSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout
    .trim()
    .split(/[:-]/)
    .reduce((seconds, part) => seconds * 60 + Number(part), 0)
}

const ticksPerSecond = 100
