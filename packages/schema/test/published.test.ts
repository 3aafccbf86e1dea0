import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What is published, installed by npm beside the user's own TypeBox.

const source = fileURLToPath(new URL('..', import.meta.url))
const typebox = join(source, 'node_modules/@sinclair/typebox')
const home = mkdtempSync(join(tmpdir(), 'acct-schema-'))

beforeAll(() => {
  if (!existsSync(join(source, 'dist'))) throw new Error('Build the contract first: this tests what is published.')
  writeFileSync(join(home, 'package.json'), '{}')
  const pnpm = process.env.npm_execpath
  const [command, ...args] = pnpm?.includes('pnpm') ? [process.execPath, pnpm] : ['npx', '-y', 'pnpm@10']
  run(command, [...args, 'pack', '--out', join(home, 'schema.tgz')], source)
  run('npm', ['install', '--offline', '--ignore-scripts', '--legacy-peer-deps', './schema.tgz'], home)
  // The user's own, from where it is installed already: npm would need a network for it.
  cpSync(typebox, join(home, 'node_modules/@sinclair/typebox'), { recursive: true, dereference: true })
})
afterAll(() => rmSync(home, { recursive: true }))

/** What a command prints, in a shell's environment: a pnpm that started the tests has left its own settings in ours. */
function run(command: string, args: readonly string[], cwd: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name)))
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout.trim()
}

/** Checks by the user's TypeBox what the contract describes. */
const program = `
import { card, outcomesOf, variants } from '@acct/schema'
import type { Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

const { login } = card.routes
const request: Static<typeof login.body> = { username: 'li_lei', password: 'hanmeimei_1' }
const message: Static<typeof login.outcomes.ok.body> = { msg: '登录成功' }
// @ts-expect-error not what the contract says
const other: typeof message = { msg: '你好' }
const fits = [request, { username: 7 }].map((value) => Value.Check(login.body, value))
const says = [message, other].map((value) => Value.Check(login.outcomes.ok.body, value))
console.log([...fits, ...says, Object.keys(variants).length, 'tooManyRequests' in outcomesOf(card, login)].join(' '))
`
const printed = 'true false true false 5 true'

const dom = { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] }
const esNext = ts.ModuleKind.ESNext

describe('a TypeScript project', () => {
  it.each<[string, string, ts.CompilerOptions]>([
    ['NodeNext, as ES modules', 'main.mts', { module: ts.ModuleKind.NodeNext }],
    ['NodeNext, as CommonJS', 'main.cts', { module: ts.ModuleKind.NodeNext }],
    ['Bundler', 'main.ts', { module: esNext, moduleResolution: ts.ModuleResolutionKind.Bundler, noEmit: true }],
  ])('of %s checks by its own TypeBox', (_, name, options) => {
    writeFileSync(join(home, name), program)
    const target = ts.ScriptTarget.ES2022
    const host = ts.createProgram([join(home, name)], { strict: true, types: [], target, ...dom, ...options })
    const complaints = ts.getPreEmitDiagnostics(host)
    expect(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
    if (options.noEmit) return
    host.emit()
    expect(run(process.execPath, [name.replace('ts', 'js')], home)).toBe(printed)
  })
})

describe('the package', () => {
  it('leaves TypeBox to its user', () => {
    const published = JSON.parse(readFileSync(join(home, 'node_modules/@acct/schema/package.json'), 'utf8'))
    expect([published.dependencies, published.peerDependencies]).toEqual([
      undefined,
      { '@sinclair/typebox': '^0.34.0' },
    ])
    expect(existsSync(join(home, 'node_modules/@acct/schema/dist/bundled.js'))).toBe(false)
  })
})
