// `pnpm size`: what the SDK costs those who use it. Bundles programs with every call of a client from the built package, as
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
/** Milliseconds of the compiler's work that a client may add to that for an empty file. */
const checkLimit = 30
const rounds = 25

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

/** A file that uses one client as its users do, or nothing at all. */
const programOf = (name) => `${clientOf(name)}
export async function outcomeOf(): Promise<string> {
  const answer = await ${name}({ baseUrl: '/' }).login({})
  return answer.outcome === 'ok' ? 'in' : answer.outcome
}
`
const [nothing, everything] = ['export {}', `${all.replace('globalThis.clients', 'export const clients')}\n`]
const libraries = new Map()
const [with_, without] = [compiled(everything), compiled(nothing)].map((program) => program.getInstantiationCount())
report(`type instantiations: ${with_} with all clients, ${without} without`, with_ === without)

const programs = [nothing, ...apis.map(programOf), everything]
const [empty, ...times] = timesOf(...programs.map((text) => () => compiled(text)))
for (const [index, { median, least }] of times.entries()) {
  const name = apis[index]
  const more =
    `${(median - empty.median).toFixed(1)} ms more than the ${empty.median.toFixed(1)} ms of an empty file ` +
    `(undisturbed: ${(least - empty.least).toFixed(1)} more than ${empty.least.toFixed(1)}`
  // Nobody imports all of them: what that takes is only told. What is judged is the undisturbed time, no luck.
  if (name === undefined) report(`checking a file with all clients takes ${more})`, true)
  else report(`checking a file with ${name}’s takes ${more}, limit ${checkLimit})`, least - empty.least <= checkLimit)
}

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
 * The milliseconds that each of these takes, one after the other round by round: of the processor's time, since the clock's
 * says more about what else the machine does.
 */
function timesOf(...works) {
  const times = works.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      times[index].push((user + system) / 1000)
    }
  }
  return times.map((all) => {
    const [least, ...others] = all.toSorted((one, other) => one - other)
    return { least, median: others[Math.floor(rounds / 2) - 1] }
  })
}
