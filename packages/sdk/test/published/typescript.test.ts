import type ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { bundler, compile, dom, languageOnly, node10, nodeNext, withNode, worker } from './compile.ts'
import { printed, program, projectOf, run } from './program.ts'

// TypeScript projects of all kinds, on the tarball: what they understand, and what it costs them.

const esModule = { 'package.json': '{ "type": "module" }' }
const commonJs = { 'package.json': '{ "type": "commonjs" }' }

describe('a TypeScript project', () => {
  it.each([
    ['NodeNext, as ES modules', esModule, { ...nodeNext, ...withNode }, 'card.d.ts'],
    ['NodeNext, as CommonJS', commonJs, { ...nodeNext, ...withNode }, 'card.d.cts'],
    ['Node10', commonJs, { ...node10, ...withNode }, 'card.d.cts'],
  ])('of %s calls a server', async (_, files, options, declarations) => {
    const folder = projectOf({ ...files, 'main.ts': program })
    const compiled = compile(folder, 'main.ts', options)
    expect(compiled.complaints).toEqual([])
    expect(compiled.declarations).toContain(declarations)
    expect(await run(folder, 'main.js')).toBe(printed)
  })

  it.each([
    ['Node10', node10, 'd.cts'],
    ['Bundler', bundler, 'd.ts'],
  ])('of %s finds every entry', (_, options, ending) => {
    const names = ['card', 'phone', 'social', 'token', 'token/keep', 'community']
    const lines = ['', ...names.map((name) => `/${name}`)].map(
      (name) => `export * as _${names.indexOf(name.slice(1)) + 1} from '@acct/sdk${name}'`,
    )
    const { complaints, declarations } = compile(projectOf({ 'all.ts': lines.join('\n') }), 'all.ts', {
      ...options,
      ...dom,
    })
    expect(complaints).toEqual([])
    expect(declarations).toEqual(expect.arrayContaining(['index', ...names].map((name) => `${name}.${ending}`)))
  })
})

/** Creates a client, logs in and tells all outcomes apart. */
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

/** What the compiler says of a file in a project of its own. */
const complaintsOf = (name: string, text: string, options: ts.CompilerOptions) =>
  compile(projectOf({ [name]: text }), name, options).complaints

describe('the types', () => {
  it.each<[string, string, ts.CompilerOptions]>([
    ['Node’s ES modules with no platform types', 'login.mts', { ...nodeNext, ...languageOnly }],
    ['CommonJS with no platform types', 'login.cts', { ...nodeNext, ...languageOnly }],
    ['a bundler for browsers', 'login.ts', { ...bundler, ...dom }],
    ['a bundler for workers', 'login.ts', { ...bundler, ...worker }],
    ['Node10 with no platform types', 'login.ts', { ...node10, ...languageOnly }],
    ['Node’s types', 'login.mts', { ...nodeNext, ...withNode }],
  ])('of every outcome are understood with %s', (_, name, options) => {
    expect(complaintsOf(name, login, options)).toEqual([])
  })

  it.each([
    ['browsers', dom],
    ['workers', worker],
  ])('let a program for %s hand over its own fetch and signals', (_, lib) => {
    const text = `import { createClient } from '@acct/sdk/card'
createClient({ baseUrl: '', fetch, signal: new AbortController().signal }).logout({ signal: AbortSignal.timeout(1) })
createClient({ baseUrl: '', fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }) })
`
    expect(complaintsOf('fetch.mts', text, { ...nodeNext, ...lib })).toEqual([])
  })

  it.each([
    ['keep.mts', { ...nodeNext, ...languageOnly }],
    ['keep.cts', { ...nodeNext, ...languageOnly }],
    ['keep.ts', { ...bundler, ...dom }],
  ])('let tokens be kept anywhere: %s', (name, options) => {
    const text = `import { createClient } from '@acct/sdk/token'
import { keepTokens, localTokens, type KeptClient, type TokenStorage } from '@acct/sdk/token/keep'
const storage: TokenStorage = { get: async () => undefined, set: async (pair) => void pair?.refreshToken }
export const mine: KeptClient = keepTokens(createClient({ baseUrl: '' }), storage)
export const tabs = keepTokens(createClient({ baseUrl: '' }), localTokens())
`
    expect(complaintsOf(name, text, options)).toEqual([])
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
  ])('take files as %s have them', (_, field, lib) => {
    const text = `import { createClient } from '@acct/sdk/social'
createClient({ baseUrl: '' }).updateAvatar({ ${field} }, { onUploadProgress: (sent, total) => sent / total })
// @ts-expect-error a path is no file
createClient({ baseUrl: '' }).updateAvatar({ image: '/a.jpg' })
// @ts-expect-error nothing is uploaded here
createClient({ baseUrl: '' }).login({}, { onUploadProgress: () => {} })
`
    expect(complaintsOf('upload.mts', text, { ...nodeNext, ...lib })).toEqual([])
  })

  it('cost the compiler no instantiation', () => {
    const options = { ...bundler, ...dom, skipLibCheck: true }
    expect(compile(projectOf({ 'login.ts': login }), 'login.ts', options).instantiations).toBe(0)
  })
})
