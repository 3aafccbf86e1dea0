// `pnpm bench`: what the SDK costs those who use it. Bundles programs with every call of a client from the built package, as
// a browser's bundler does, and has the compiler check them. Fails if one grew too big, can not run under a strict content
// security policy, makes the compiler infer something or wait, or if the package brings others along.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import ts from 'typescript'

/** Bytes in brotli that a client may weigh; `card` is the small one. */
const limits = { card: 4_000, all: 14_000 }
const usualLimit = 6_000
/** Milliseconds of the compiler's work that all clients together may add to a project. */
const checkLimit = 30
const rounds = { least: 15, most: 60 }

const folder = fileURLToPath(new URL('..', import.meta.url))
const apis = readdirSync(join(folder, 'src/generated'))
const failures = []

const clientOf = (name) => `import { createClient as ${name} } from '@acct/sdk/${name}'\n`
const clients = `{ ${apis.map((name) => `${name}: ${name}({ baseUrl: '/' })`).join(', ')} }`
const all = `${apis.map(clientOf).join('')}globalThis.clients = ${clients}`
const kept = `import { createClient } from '@acct/sdk/token'; import { keepTokens, localTokens } from '@acct/sdk/token/keep'
globalThis.client = keepTokens(createClient({ baseUrl: '/' }), localTokens())`

for (const name of apis) await weigh(name, `${clientOf(name)}globalThis.client = ${name}({ baseUrl: '/' })`)
await weigh('token/keep', kept)
await weigh('all', all)

const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
)
const brought = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })
report(`dependencies: ${brought.length}`, brought.length === 0)

const using = `${apis.map(clientOf).join('')}
export const clients = ${clients}
export async function login(username: string, password: string): Promise<string> {
  const answer = await clients.card.login({ username, password })
  switch (answer.outcome) {
    case 'ok':
    case 'invalidCredentials':
      return answer.body.msg
    default:
      return answer.outcome
  }
}
`
const libraries = new Map()
const [with_, without] = [compiled(using), compiled('export {}')].map((program) => program.getInstantiationCount())
report(`type instantiations: ${with_} with all clients, ${without} without`, with_ === without)

const [empty, full] = timed(() => compiled('export {}'), () => compiled(using))
const more = least(full) - least(empty)
report(
  `checking all clients takes ${more.toFixed(1)} ms more than checking nothing (limit ${checkLimit}); ` +
    `medians of ${full.length} rounds: ${median(full).toFixed(1)} and ${median(empty).toFixed(1)} ms`,
  more <= checkLimit,
)

for (const failure of failures) process.stderr.write(`FAILED ${failure}\n`)
process.exitCode = failures.length > 0 ? 1 : 0

function report(line, good) {
  process.stdout.write(`${line}\n`)
  if (!good) failures.push(line)
}

/** Bundles and minifies a program for browsers, and tells its size. */
async function weigh(name, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const [{ text }] = outputFiles
  const bytes = brotliCompressSync(text).length
  const limit = limits[name] ?? usualLimit
  report(`@acct/sdk/${name}: ${text.length} bytes minified, ${bytes} in brotli (limit ${limit})`, bytes <= limit)
  const evaluator = /\b(eval|Function)\s*\(/.exec(text)
  if (evaluator) report(`@acct/sdk/${name} uses ${evaluator[1]}`, false)
}

/**
 * Reads and checks a file beside the package. The language's own libraries are read once: they are a second's work, which
 * has nothing to do with us and would drown what has.
 */
function compiled(text) {
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    skipLibCheck: true,
    noEmit: true,
  }
  const file = join(folder, 'size.mts')
  const host = ts.createCompilerHost(options)
  // As `tsc` reads: comments only where a type could be in them.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors
  const { readFile, fileExists, getSourceFile } = host
  host.readFile = (path) => (path === file ? text : readFile(path))
  host.fileExists = (path) => path === file || fileExists(path)
  host.getSourceFile = (path, ...rest) => {
    if (path === file) return ts.createSourceFile(path, text, ...rest)
    if (!path.includes('/typescript/lib/')) return getSourceFile(path, ...rest)
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...rest))
    return libraries.get(path)
  }
  const program = ts.createProgram([file], options, host)
  const [error] = ts.getPreEmitDiagnostics(program)
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return program
}

/**
 * The milliseconds that two works take, one after the other round by round: of the processor's time, since the clock's
 * says more about what else the machine does. That others are busy can only add to it, so it is the least that is judged,
 * and more rounds are made while that is too much.
 */
function timed(one, other) {
  const [ones, others] = [[], []]
  while (ones.length < rounds.least || (least(others) - least(ones) > checkLimit && ones.length < rounds.most)) {
    ones.push(timeOf(one))
    others.push(timeOf(other))
  }
  return [ones, others]
}

function timeOf(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function least(times) {
  return Math.min(...times)
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]
}
