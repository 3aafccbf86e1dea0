// `pnpm bench`: what an API's client costs those who use it. Bundles a program with every call of a client from the built
// package, as a browser's bundler does, and compiles one; fails if a client grew too big, can not run under a strict
// content security policy, or makes the compiler infer something.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import ts from 'typescript'

/** Bytes in brotli that a client must stay below; `card` is the small one. */
const limits = { card: 4_000 }
const usualLimit = 6_000
const folder = join(dirname(fileURLToPath(import.meta.url)), '..')
const programs = [
  ...readdirSync(join(folder, 'src/generated')).map((name) => [
    name,
    `import { createClient } from '@acct/sdk/${name}'; globalThis.client = createClient({ baseUrl: '/' })`,
  ]),
  [
    'token/keep',
    `import { createClient } from '@acct/sdk/token'; import { keepTokens, localTokens } from '@acct/sdk/token/keep'
    globalThis.client = keepTokens(createClient({ baseUrl: '/' }), localTokens())`,
  ],
]
const failures = []

for (const [name, program] of programs) {
  const bundle = await bundled(program)
  const bytes = brotliCompressSync(bundle).length
  const limit = limits[name] ?? usualLimit
  process.stdout.write(`@acct/sdk/${name}: ${bundle.length} bytes minified, ${bytes} in brotli (limit ${limit})\n`)
  if (bytes >= limit) failures.push(`@acct/sdk/${name} is ${bytes} bytes in brotli, not below ${limit}`)
  const evaluator = /\b(eval|Function)\s*\(/.exec(bundle)
  if (evaluator) failures.push(`@acct/sdk/${name} uses ${evaluator[1]}`)
}

const program = `
import { createClient } from '@acct/sdk/card'
const card = createClient({ baseUrl: '/card' })
export async function login(username: string, password: string): Promise<boolean> {
  const answer = await card.login({ username, password })
  switch (answer.outcome) {
    case 'ok':
      return true
    case 'invalidCredentials':
      return answer.body.msg.length === 0
    default:
      return answer.status < 500
  }
}
`
const [used, unused] = [instantiations(program), instantiations('')]
process.stdout.write(`type instantiations: ${used} with @acct/sdk/card, ${unused} without\n`)
if (used !== unused) failures.push(`the types of @acct/sdk/card cost ${used - unused} instantiations`)

for (const failure of failures) process.stderr.write(`${failure}\n`)
process.exit(failures.length > 0 ? 1 : 0)

/** A program, bundled and minified for browsers. */
async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0].text
}

/** How many types the compiler instantiates for a file beside the package. */
function instantiations(text) {
  const file = join(folder, 'size.mts')
  const host = ts.createCompilerHost({})
  const { readFile, fileExists, getSourceFile } = host
  host.readFile = (path) => (path === file ? text : readFile(path))
  host.fileExists = (path) => path === file || fileExists(path)
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest)
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    skipLibCheck: true,
    noEmit: true,
  }
  const program = ts.createProgram([file], options, host)
  const [error] = ts.getPreEmitDiagnostics(program)
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return program.getInstantiationCount()
}
