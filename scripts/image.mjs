// `pnpm image [docker|podman]`: builds the image and meets it as its operator does: read-only, without capabilities, as the
// user that it names; registers, stops and starts it, and looks at what is in it. Needs one of the two; leaves the image `acct`.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [engine = 'docker', ...buildOptions] = process.argv.slice(2)
const name = `acct-image-${process.pid}`
/** What the guide says that an operator runs it with. */
const hardened = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']
const settings = { ACCT_SMS: 'off', ACCT_EMAIL: 'off', ACCT_ARGON2: 'm=19456,t=2,p=1' }

/** Runs the engine; returns what it printed, throws where it fails. */
function run(args, { shown = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync(engine, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${engine} ${args.join(' ')}: ${status}\n${stdout ?? ''}${stderr ?? ''}`)
  return stdout?.trim()
}

/** Runs a program inside the container. */
const inside = (...command) => run(['exec', name, ...command])

/** One POST to the server inside, from inside: no port of this machine is needed. */
function post(path, fields) {
  const script = `fetch('http://127.0.0.1:3000${path}', { method: 'POST', body: new URLSearchParams(${JSON.stringify(fields)}) })
    .then((answer) => answer.text()).then((text) => process.stdout.write(text))`
  return inside('node', '-e', script)
}

function demand(what, condition) {
  if (!condition) throw new Error(`not so: ${what}`)
  process.stdout.write(`ok: ${what}\n`)
}

/** The image's own health check. Podman keeps it only in images of Docker's format. */
const check = JSON.parse(/HEALTHCHECK .*\\\n +CMD (.*)\n/.exec(readFileSync(join(root, 'Dockerfile'), 'utf8'))?.[1])

/** Until its own health check is content. */
async function healthy() {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (spawnSync(engine, ['exec', name, ...check]).status === 0) return
  }
  throw new Error(`it does not serve:\n${run(['logs', name])}`)
}

function stop() {
  run(['stop', '--time', '15', name])
  return Number(run(['inspect', '--format', '{{.State.ExitCode}}', name]))
}

try {
  run(['build', ...buildOptions, '--tag', 'acct', '.'], { shown: true })
  const environment = Object.entries(settings).flatMap(([key, value]) => ['--env', `${key}=${value}`])
  run(['run', '--detach', '--name', name, ...hardened, '--volume', `${name}:/data`, ...environment, 'acct'])
  await healthy()
  demand('it serves on a root that is read-only', spawnSync(engine, ['exec', name, 'touch', '/acct/x']).status !== 0)
  demand('as user 1000', inside('id', '-u') === '1000')
  demand('Node is its first process', inside('cat', '/proc/1/comm') === 'node')
  const person = { username: 'li_lei', password: 'hanmeimei_1', nickname: '李雷', telephone: '13812345678' }
  demand('it registers', post('/card/user/register', person) === '{"msg":"注册成功"}')
  demand('its doctor finds nothing', /problems +none/.test(inside('acct', 'doctor')))
  demand('SIGTERM ends it with 0', stop() === 0)
  run(['start', name])
  await healthy()
  demand('what it answered is there after a restart', post('/card/user/login', person) === '{"msg":"登录成功"}')

  const files = inside('find', '/acct', '-type', 'f').split('\n')
  const ours = files.filter((file) => /\/@acct\/[^/]+\/|^\/acct\/(?!node_modules)/.test(file))
  const strange = ours.filter((file) =>
    /\/(src|test|bench|e2e)\/|\.tsx?$|\.map$/.test(file.replace(/.*\/@acct\//, '/')),
  )
  demand(`none of our ${ours.length} files is a source or a test`, strange.length === 0)
  const packages = new Set(files.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1]))
  const tools = ['typescript', 'vitest', 'tsx', 'vite', 'tsup', 'esbuild', 'drizzle-kit', 'playwright-core', 'react']
  demand(`none of its ${packages.size} packages is a tool`, !tools.some((tool) => packages.has(tool)))
  const [kibibytes] = inside('du', '-sk', '/acct').split('\t')
  process.stdout.write(`/acct has ${Math.round(kibibytes / 1024)} MiB in ${files.length} files\n`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  spawnSync(engine, ['rm', '--force', name])
  spawnSync(engine, ['volume', 'rm', '--force', name])
}
