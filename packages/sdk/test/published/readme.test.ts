import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bundler, compile, dom } from './compile.ts'
import { projectOf } from './program.ts'

// The README's programs, compiled as they stand against the published types.

/** What the programs take for granted: clients that an earlier one made, and the reader's own application. */
const given = `
declare const card: import('@acct/sdk/card').CardClient
declare const client: import('@acct/sdk/token').TokenClient
declare const pair: import('@acct/sdk/token/keep').TokenPair
declare const database: { get(key: string): Promise<typeof pair | undefined>; put(key: string, value: unknown): Promise<void> }
declare const input: { readonly files: readonly [File] }
declare const image: File
declare const uri: string
declare function readFile(path: string): Promise<Uint8Array>
declare function showProfile(): void
declare function showMessage(text: string): void
declare function showProgress(share: number): void
declare function retryAfter(seconds: number): void
`
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const programs = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, text = '']) => text)

it('shows programs that compile', () => {
  expect(programs.length).toBeGreaterThan(5)
  const names = programs.map((_, index) => `program${index}.ts`)
  const files = Object.fromEntries(programs.map((text, index) => [`program${index}.ts`, `${text}\nexport {}\n`]))
  const all = names.map((name) => `import './${name}'`).join('\n')
  const folder = projectOf({ ...files, 'given.d.ts': given, 'main.ts': `/// <reference path="given.d.ts" />\n${all}` })
  const options = { ...bundler, ...dom, allowImportingTsExtensions: true, noEmit: true }
  expect(compile(folder, 'main.ts', options).complaints).toEqual([])
})
