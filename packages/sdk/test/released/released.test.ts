import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import { announces, type Bump, bumped } from './versions.ts'

const sdk = fileURLToPath(new URL('../..', import.meta.url))
const changesets = join(sdk, '../../.changeset')

describe('the types of today', () => {
  it('do for a program what those of the last release did, or the next version says that they do not', () => {
    const { version, exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'))
    const [released = 'none', ...others] = readdirSync(join(sdk, 'released'))
    expect(others).toEqual([])
    const entries = Object.entries<Record<string, string>>(exports).flatMap(([entry, { '@acct/source': source }]) => {
      const declared = join(sdk, 'released', released, entry === '.' ? 'index.d.ts' : `${entry}.d.ts`)
      return source ? [{ entry, files: [declared, join(sdk, source)] as const }] : []
    })
    const next = bumped(version, pendingBump())
    const unannounced = changesBetween(entries.map(({ files }) => files)).flatMap((changes, index) =>
      changes
        .filter((change) => !announces(next, released, change))
        .map(({ weight, what }) => `${entries[index]?.entry}: ${what} (${weight})`),
    )
    expect(
      unannounced,
      `The types differ from those of ${released}, and ${next} does not say so: see “Releasing” in CONTRIBUTING.md`,
    ).toEqual([])
  })
})

/** The most that the changesets that wait for a release ask for. */
function pendingBump(): Bump | undefined {
  const texts = readdirSync(changesets).flatMap((name) =>
    name.endsWith('.md') && name !== 'README.md' ? [readFileSync(join(changesets, name), 'utf8')] : [],
  )
  const asked = texts.map((text) => /^['"]@acct\/sdk['"]: (major|minor|patch)$/m.exec(text)?.[1])
  return (['major', 'minor', 'patch'] as const).find((bump) => asked.includes(bump))
}

const before = `
export interface Request { readonly name?: string | null; readonly page?: number }
export interface Ok {
  readonly outcome: 'ok'
  readonly body: { readonly name: string | null; readonly friends: readonly { readonly name?: string }[] }
}
export interface Failed { readonly outcome: 'failed'; readonly body: { readonly msg: 'no' } }
export interface Client { login(request: Request, options?: { readonly timeout?: number }): Promise<Ok | Failed> }
export declare function createClient(options: { readonly baseUrl: string }): Client
export declare function unwrap<T>(value: Promise<T>): Promise<T>
export {}
`

/** What is told when a text in that module becomes another one. */
const cases: readonly (readonly [name: string, text: string, by: string, told: readonly string[]])[] = [
  ['nothing', 'login', 'login', []],
  ['a call renamed', 'login(', 'signIn(', ['breaking: login is gone', 'added: signIn is new']],
  ['a call added', 'login(', 'logout(): Promise<Ok>; login(', ['added: logout is new']],
  ['an export gone', 'export interface Failed', 'interface Failed', ['breaking: Failed is gone']],
  ['a field required', 'page?:', 'page:', ['breaking: login takes another request than it took']],
  ['a field gone', 'readonly page?: number', '', ['breaking: login takes another request than it took']],
  ['a field that takes less', 'page?: number', 'page?: 1', ['breaking: login takes another request than it took']],
  ['a field that takes more', 'page?: number', 'page?: number | string', ['added: login takes more in its request']],
  ['a field added', 'page?: number', 'page?: number; size?: number', ['added: login takes more in its request']],
  ['an option added', 'timeout?', 'retry?: boolean; timeout?', ['added: login takes more in its options']],
  [
    'an option required',
    'baseUrl:',
    'key: string; baseUrl:',
    ['breaking: createClient takes another options than it took'],
  ],
  ['options required', 'options?: {', 'options: {', ['breaking: login can not do without options any more']],
  ['options gone', ', options?: { readonly timeout?: number }', '', ['breaking: login takes no options any more']],
  ['more to take', 'number })', 'number }, more?: 1)', ['added: login takes more too']],
  [
    'more to ask for',
    'baseUrl: string })',
    'baseUrl: string }, key: 1)',
    ['breaking: createClient can not do without key'],
  ],
  ['an outcome added', 'Ok | Failed>', "Ok | Failed | { outcome: 'locked' }>", ["breaking: login can end as 'locked'"]],
  ['an outcome gone', 'Ok | Failed>', 'Ok>', ["breaking: login does not end as 'failed' any more"]],
  ['a field that may be null now', "msg: 'no'", "msg: 'no' | null", ["breaking: 'failed' of login is not what it was"]],
  [
    'a field never null any more',
    'string | null; readonly friends',
    'string; readonly friends',
    ["added: 'ok' of login says more"],
  ],
  ['an optional field gone', 'readonly name?: string }[]', '}[]', ["breaking: 'ok' of login is not what it was"]],
  ['a field of a body added', "msg: 'no'", "msg: 'no'; why: string", ["added: 'failed' of login says more"]],
  [
    'another generic',
    'value: Promise<T>)',
    'value: Promise<T>, strict: true)',
    ['breaking: unwrap is not what it was'],
  ],
  ['a generic that can do more', '<T>(value: Promise<T>)', '<T>(value: Promise<T> | T)', ['added: unwrap can do more']],
  [
    'a function gone',
    'declare function unwrap<T>(value: Promise<T>): Promise<T>',
    'type unwrap = 1',
    ['breaking: unwrap is only a type now'],
  ],
]

describe('what is told of a change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'acct-released-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let told: readonly (readonly string[])[]

  beforeAll(() => {
    const was = join(folder, 'was.d.ts')
    writeFileSync(was, before)
    const files = cases.map(([name, text, by], index) => {
      if (!before.includes(text)) throw new Error(`${name}: there is no ${text}`)
      const is = join(folder, `is${index}.d.ts`)
      writeFileSync(is, before.replace(text, by))
      return [was, is] as const
    })
    told = changesBetween(files).map((changes) => changes.map(({ weight, what }) => `${weight}: ${what}`))
  })

  it.each(cases.map(([name, , , expected], index) => ({ name, expected, index })))('$name', ({ expected, index }) => {
    expect(told[index]).toEqual(expected)
  })
})

describe('a version', () => {
  it.each([
    ['1.2.3', '1.2.4', false, false],
    ['1.2.3', '1.3.0', false, true],
    ['1.2.3', '2.0.0', true, true],
    ['0.1.0', '0.1.0', false, false],
    ['0.1.0', '0.1.1', false, true],
    ['0.1.0', '0.2.0', true, true],
    ['0.1.0', '1.0.0', true, true],
  ])('after %s, %s, announces what is breaking: %s, added: %s', (released, next, breaking, added) => {
    expect(announces(next, released, { weight: 'breaking', what: '' })).toBe(breaking)
    expect(announces(next, released, { weight: 'added', what: '' })).toBe(added)
  })

  it.each([
    [undefined, '0.1.2'],
    ['patch', '0.1.3'],
    ['minor', '0.2.0'],
    ['major', '1.0.0'],
  ] as const)('in a changeset, %s, makes 0.1.2 to %s', (bump, version) => {
    expect(bumped('0.1.2', bump)).toBe(version)
  })
})
