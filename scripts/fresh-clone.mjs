// What a new user does: clones, starts with the README's one command, and follows the README. Then starts again, which
// is to take under 3 seconds with npx, and must take half of that without it. Needs the committed state only; leaves nothing behind.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(join(tmpdir(), 'acct-clone-'))
const clone = join(folder, 'acct')
/** Seconds from pnpm's start to the first line that says it listens. */
const longestSecondStart = 1.5

/** A shell's environment: a pnpm that started this script has left its own settings in it. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name)))

/** The README's start command in the clone; resolves once it says that it listens. */
function start() {
  const began = Date.now()
  const child = spawn('npx', ['-y', 'pnpm@10', 'start'], {
    cwd: clone,
    detached: true,
    // The README lets a minute pass between two codes; here nobody waits for it.
    env: { ...environment, PORT: '0', ACCT_LIMIT_CODE_INTERVAL: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stopped = new Promise((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      out += chunk
      const url = /"url":"([^"]+)"[^\n]*"msg":"listening"/.exec(out)?.[1]
      if (url === undefined) return
      const stop = () => {
        process.kill(-child.pid, 'SIGTERM')
        return stopped
      }
      resolve({ url, seconds: (Date.now() - began) / 1000, stop })
    })
    stopped.then(() => reject(new Error(`it did not start:\n${out}`)))
  })
}

function run(command, args, options) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}

try {
  run('git', ['clone', '--quiet', root, clone])
  const first = await start()
  process.stdout.write(`first start, installing and building: ${first.seconds.toFixed(1)} s\n`)
  run('npx', ['-y', 'pnpm@10', 'exec', 'vitest', 'run', 'test/readme.test.ts'], {
    cwd: join(clone, 'apps', 'server'),
    env: { ...environment, ACCT_README_URL: first.url },
  })
  await first.stop()

  // Of a start by the README's command, npx takes its own time: it asks the registry for pnpm's version first.
  const [whole, own] = [[], []]
  for (let round = 0; round < 5; round++) {
    const began = Date.now()
    spawnSync('npx', ['-y', 'pnpm@10', '--version'], { cwd: clone, env: environment })
    const npx = (Date.now() - began) / 1000
    const again = await start()
    await again.stop()
    whole.push(again.seconds)
    own.push(again.seconds - npx)
  }
  const best = (seconds) => Math.min(...seconds).toFixed(2)
  process.stdout.write(`second start: ${best(whole)} s, of which ${best(own)} s are ours and not npx's\n`)
  if (best(own) > longestSecondStart) throw new Error(`a second start must take us under ${longestSecondStart} s`)

  const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })
  if (stdout !== '') throw new Error(`starting it changed files that git sees:\n${stdout}`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
