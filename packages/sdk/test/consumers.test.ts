import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What is published, as projects of all kinds install it: the built files and the published exports.

const source = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
const project = mkdtempSync(join(tmpdir(), 'acct-sdk-'))

beforeAll(() => {
  if (!existsSync(join(source, 'dist'))) throw new Error('Build the SDK first: this tests what is published.')
  const installed = join(project, 'node_modules/@acct/sdk')
  mkdirSync(installed, { recursive: true })
  cpSync(join(source, 'dist'), join(installed, 'dist'), { recursive: true })
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...manifest, ...manifest.publishConfig }))
  writeFileSync(join(project, 'package.json'), '{}')
  writeFileSync(join(project, 'login.ts'), login)
})
afterAll(() => rmSync(project, { recursive: true }))

/** A program as a user writes it: it creates a client, logs in and tells all outcomes apart. */
const login = `
import { createClient } from '@acct/sdk/card'

export async function login(username: string, password: string): Promise<string> {
  const card = createClient({ baseUrl: 'https://id.example.com/card' })
  const answer = await card.login({ username, password })
  switch (answer.outcome) {
    case 'ok':
    case 'invalidCredentials':
    case 'badRequest':
    case 'forbidden':
    case 'payloadTooLarge':
    case 'unsupportedMediaType':
    case 'tooManyRequests':
    case 'internalError':
    case 'unavailable':
      return answer.body.msg
    case 'networkError':
      return String(answer.cause)
    case 'timeout':
    case 'aborted':
    case 'invalidRequest':
      return answer.outcome
    case 'undocumentedAnswer':
      return String(answer.status)
    default:
      return answer satisfies never
  }
}
`

/** Compiles a file of the project in a way, the SDK's own declarations included. */
function compile(name: string, options: ts.CompilerOptions) {
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  }
  const program = ts.createProgram([join(project, name)], { ...strict, ...options })
  const ours = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/typescript/lib/'))
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ]
  return {
    files: ours.map(({ fileName }) => fileName.slice(project.length + 1)),
    complaints: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  }
}

const nodeNext = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
const languageOnly = { lib: ['lib.es2022.d.ts'] }
const dom = { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }
const worker = { lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'] }

describe('a TypeScript project', () => {
  it.each<[string, string, ts.CompilerOptions, string]>([
    ['of Node’s ES modules with no platform types', 'login.mts', { ...nodeNext, ...languageOnly }, 'card.d.ts'],
    ['of CommonJS with no platform types', 'login.cts', { ...nodeNext, ...languageOnly }, 'card.d.cts'],
    ['of a bundler for browsers', 'login.ts', { ...bundler, ...dom }, 'card.d.ts'],
    ['of a bundler for workers', 'login.ts', { ...bundler, ...worker }, 'card.d.ts'],
    [
      'with Node’s types',
      'login.mts',
      { ...nodeNext, ...languageOnly, types: ['node'], typeRoots: [join(source, 'node_modules/@types')] },
      'card.d.ts',
    ],
  ])('%s understands the client', (_, name, options, declarations) => {
    writeFileSync(join(project, name), login)
    const { files, complaints } = compile(name, options)
    expect(complaints).toEqual([])
    expect(files).toContain(`node_modules/@acct/sdk/dist/${declarations}`)
  })

  it.each([
    ['browsers', dom],
    ['workers', worker],
  ])('for %s may hand over its own fetch and signals', (_, lib) => {
    const text = `import { createClient } from '@acct/sdk/card'
createClient({ baseUrl: '', fetch, signal: new AbortController().signal }).logout({ signal: AbortSignal.timeout(1) })
createClient({ baseUrl: '', fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }) })
`
    writeFileSync(join(project, 'fetch.mts'), text)
    expect(compile('fetch.mts', { ...nodeNext, ...lib }).complaints).toEqual([])
  })

  it.each([
    ['keep.mts', { ...nodeNext, ...languageOnly }],
    ['keep.cts', { ...nodeNext, ...languageOnly }],
    ['keep.ts', { ...bundler, ...dom }],
  ])('keeps tokens where it likes: %s', (name, options) => {
    const text = `import { createClient } from '@acct/sdk/token'
import { keepTokens, localTokens, type KeptClient, type TokenStorage } from '@acct/sdk/token/keep'
const storage: TokenStorage = { get: async () => undefined, set: async (pair) => void pair?.refreshToken }
export const mine: KeptClient = keepTokens(createClient({ baseUrl: '' }), storage)
export const tabs = keepTokens(createClient({ baseUrl: '' }), localTokens())
`
    writeFileSync(join(project, name), text)
    expect(compile(name, options).complaints).toEqual([])
  })

  it.each<[string, string, ts.CompilerOptions]>([
    ['no platform types', 'image: new Uint8Array(1)', languageOnly],
    ['browsers', "image: new File(['x'], 'a.jpg')", dom],
    ['workers', "image: new Blob(['x'])", worker],
    [
      'React Native',
      "image: { uri: 'file:///a.jpg', name: 'a.jpg', type: 'image/jpeg', width: 100 } as { uri: string }",
      languageOnly,
    ],
  ])('for %s hands over files as it has them', (_, field, lib) => {
    const text = `import { createClient } from '@acct/sdk/social'
createClient({ baseUrl: '' }).updateAvatar({ ${field} }, { onUploadProgress: (sent, total) => sent / total })
// @ts-expect-error a path is no file
createClient({ baseUrl: '' }).updateAvatar({ image: '/a.jpg' })
// @ts-expect-error nothing is uploaded here
createClient({ baseUrl: '' }).login({}, { onUploadProgress: () => {} })
`
    writeFileSync(join(project, 'upload.mts'), text)
    expect(compile('upload.mts', { ...nodeNext, ...lib }).complaints).toEqual([])
  })

  it('costs its compiler no type instantiation', () => {
    const target = ts.ScriptTarget.ES2022
    const options = { ...bundler, target, strict: true, noEmit: true, types: [], skipLibCheck: true }
    const program = ts.createProgram([join(project, 'login.ts')], options)
    expect(program.getSemanticDiagnostics()).toEqual([])
    expect(program.getInstantiationCount()).toBe(0)
  })
})

describe('a program', () => {
  const run = (name: string, text: string) => {
    writeFileSync(join(project, name), text)
    return execFileSync(process.execPath, [name], { cwd: project, encoding: 'utf8' }).trim()
  }
  const script = `
const { createClient } = card
const { unwrap, UnwrapError } = sdk
const fetch = async () => new Response('{"msg":"登出失败，请检查登录状态"}')
unwrap(createClient({ baseUrl: '', fetch }).logout()).catch((error) => console.log(error instanceof UnwrapError, error.answer.outcome))
`

  it.each([
    ['keep.mjs', "import { keepTokens } from '@acct/sdk/token/keep'\nimport { createClient } from '@acct/sdk/token'\n"],
    [
      'keep.cjs',
      "const { keepTokens } = require('@acct/sdk/token/keep')\nconst { createClient } = require('@acct/sdk/token')\n",
    ],
  ])('keeps tokens: %s', (name, imports) => {
    const script = `
const fetch = async () => new Response('{"status":false,"data":"token 不可为空"}')
keepTokens(createClient({ baseUrl: '', fetch })).getSelf({}).then((answer) => console.log(answer.outcome))
`
    expect(run(name, imports + script)).toBe('tokenMissing')
  })

  it('imports', () => {
    const imports = "import * as card from '@acct/sdk/card'\nimport * as sdk from '@acct/sdk'\n"
    expect(run('main.mjs', imports + script)).toBe('true notSignedIn')
  })

  it('requires', () => {
    const requires = "const card = require('@acct/sdk/card')\nconst sdk = require('@acct/sdk')\n"
    expect(run('main.cjs', requires + script)).toBe('true notSignedIn')
  })
})

describe('the package', () => {
  const clients = readdirSync(join(source, 'src/generated')).map((name) => `./${name}`)

  it('exports a client for each API, published as in development', () => {
    expect(Object.keys(manifest.exports)).toEqual(['.', ...clients, './token/keep'])
    expect(Object.keys(manifest.publishConfig.exports)).toEqual(Object.keys(manifest.exports))
  })

  it('depends on nothing', () => {
    expect([manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
