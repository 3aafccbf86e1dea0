import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import { commonJs, printed, projectOf, run, script } from './program.ts'

// The tarball, installed by npm and used in Node; and what its package.json promises.

const source = fileURLToPath(new URL('../..', import.meta.url))
const developed = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
const published = JSON.parse(readFileSync(join(inject('home'), 'node_modules/@acct/sdk/package.json'), 'utf8'))
const apis = readdirSync(join(source, 'src/generated'))
const entries = ['.', ...apis.map((name) => `./${name}`), './token/keep']

describe('Node', () => {
  it.each([
    ['ES modules', { 'package.json': '{ "type": "module" }', 'main.js': script }],
    ['CommonJS', { 'package.json': '{}', 'main.js': commonJs }],
  ])('%s call a server', async (_, files) => {
    expect(await run(projectOf(files), 'main.js')).toBe(printed)
  })

  it.each([
    ['imports', 'main.mjs', (name: string) => `await import('${name}')`],
    ['requires', 'main.cjs', (name: string) => `require('${name}')`],
  ])('%s every entry', async (_, file, load) => {
    const names = entries.map((entry) => entry.replace('.', '@acct/sdk'))
    const text = `(async () => console.log([${names.map((name) => `Object.keys(${load(name)})`).join(', ')}].join(' ')))()`
    const given = await run(projectOf({ [file]: text }), file)
    expect(given.split(' ').map((names) => names.split(',').filter((name) => name !== 'module.exports'))).toEqual([
      ['UnwrapError', 'sessionToken', 'unwrap'],
      ...apis.map(() => ['createClient']),
      ['keepTokens', 'localTokens', 'memoryTokens'],
    ])
  })

  it.each([
    ['keep.mjs', "import { keepTokens } from '@acct/sdk/token/keep'\nimport { createClient } from '@acct/sdk/token'\n"],
    [
      'keep.cjs',
      "const { keepTokens } = require('@acct/sdk/token/keep')\nconst { createClient } = require('@acct/sdk/token')\n",
    ],
  ])('keeps tokens: %s', async (name, imports) => {
    const script = `
const fetch = async () => new Response('{"status":false,"data":"token 不可为空"}')
keepTokens(createClient({ baseUrl: '', fetch })).getSelf({}).then((answer) => console.log(answer.outcome))
`
    expect(await run(projectOf({ [name]: imports + script }), name)).toBe('tokenMissing')
  })
})

describe('the package', () => {
  it('exports a client for each API, published as in development', () => {
    expect(Object.keys(published.exports).sort()).toEqual([...entries, './package.json'].sort())
    const sources = Object.entries<Record<string, unknown>>(developed.exports).map(([entry, conditions]) => {
      if (typeof conditions === 'string') return [entry, conditions]
      const { '@acct/source': _, ...built } = conditions
      return [entry, built]
    })
    expect(published.exports).toEqual(Object.fromEntries(sources))
  })

  it('tells compilers that know no exports where the types are', () => {
    expect(published.typesVersions).toEqual({
      '*': Object.fromEntries(entries.slice(1).map((entry) => [entry.slice(2), [`./dist/${entry.slice(2)}.d.cts`]])),
    })
  })

  it('depends on nothing, and runs nothing when it is installed', () => {
    const { dependencies, peerDependencies, optionalDependencies, scripts } = published
    expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined])
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([])
    expect(published.sideEffects).toBe(false)
  })
})
