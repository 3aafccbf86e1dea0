import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Variant, variants } from '@acct/schema'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesOf, generatedFolders } from '../src/files.ts'
import { demo } from './demo.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const committed = filesOf(Object.values<Variant>(variants))
const demoFiles = filesOf([demo])
const textOf = (path: string) => demoFiles.get(path) ?? ''

describe('what is committed', () => {
  it.each([...committed])('%s is what the contract generates', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  })

  it('holds nothing that is generated no more', () => {
    const found = generatedFolders.flatMap(({ folder, extension }) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(extension))
        .map((name) => join(folder, name)),
    )
    expect(found.filter((path) => !committed.has(path))).toEqual([])
  })
})

describe('the client of a contract with everything', () => {
  /** TypeScript's complaints about the generated files, in their place but not on the disk. */
  function complaints(files: ReadonlyMap<string, string>): string[] {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
    const host = ts.createCompilerHost(options)
    const { readFile, fileExists } = host
    const virtual = new Map([...files].map(([path, text]) => [join(root, path), text]))
    host.readFile = (path) => virtual.get(path) ?? readFile(path)
    host.fileExists = (path) => virtual.has(path) || fileExists(path)
    host.getSourceFile = (path, target) => {
      const text = host.readFile(path)
      return text === undefined ? undefined : ts.createSourceFile(path, text, target)
    }
    const names = [...virtual.keys()].filter((path) => path.endsWith('types.ts') || path.endsWith('checks.ts'))
    const program = ts.createProgram(names, options, host)
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }

  it('is strict TypeScript', () => {
    expect(complaints(demoFiles)).toEqual([])
    expect(
      complaints(new Map([['packages/sdk/src/generated/demo/types.ts', 'export const a: string = 1']])),
    ).toHaveLength(1)
  })

  it('types a field of path and body as the path needs it', () => {
    const types = textOf('packages/sdk/src/generated/demo/types.ts')
    expect(types).toContain(
      [
        'export interface UseCodeRequest {',
        '  /**',
        '   * Where it went.',
        "   * @example '13812345678'",
        '   */',
        '  readonly phone_number: string',
        '  /**',
        '   * A number.',
        '   * An extension: not in the original document.',
        '   * @example 7',
        '   */',
        "  readonly 'new-name'?: number | undefined",
        '}',
      ].join('\n'),
    )
    expect(types).toContain('useCode(request: UseCodeRequest, options?: CallOptions): Promise<UseCodeAnswer>')
  })

  it('says where each field goes', () => {
    const client = textOf('packages/sdk/src/generated/demo/client.ts')
    expect(client).toContain("  path: '/user/code/:phone_number',\n  body: ['phone_number', 'new-name'],")
    expect(client).toContain("  path: '/user/name',\n  query: ['token'],\n  body: ['name'],")
  })

  it('takes a file in the forms that the SDK sends, with the options of an upload', () => {
    const types = textOf('packages/sdk/src/generated/demo/types.ts')
    expect(types).toContain('readonly image?: FileInput | null | undefined\n')
    expect(types).toContain('readonly cover: string | FileInput\n')
    expect(types).toContain('setPictures(request: SetPicturesRequest, options?: UploadOptions): ')
    expect(types).toContain('sendCode(request: SendCodeRequest, options?: CallOptions): ')
    const client = textOf('packages/sdk/src/generated/demo/client.ts')
    expect(client).toContain("  body: ['image', 'cover'],\n  upload,\n")
    expect(client.match(/upload,/g)).toHaveLength(2)
    expect(textOf('docs/reference/demo.md')).toContain('| `image` | body | file or null, may be left out |')
  })

  it('carries nothing for uploads where no route takes a file', () => {
    expect(committed.get('packages/sdk/src/generated/token/client.ts')).not.toContain('upload')
  })

  it('gives each object in a body an interface, and lists their fields by path in the reference', () => {
    const types = textOf('packages/sdk/src/generated/demo/types.ts')
    expect(types).toContain('readonly data: UseCodeOkBodyData\n')
    expect(types).toContain('readonly body: { readonly [key: string]: never }\n')
    expect(types).toContain('readonly tags: readonly (string | null)[]\n')
    expect(types).toContain('readonly follows: readonly UseCodeOkBodyDataFollowsItem[]\n')
    expect(textOf('docs/reference/demo.md')).toContain('| `data.follows[].name` | string (1 to 20 characters) |')
  })

  it('keeps protocol outcomes in an envelope of their own apart', () => {
    const types = textOf('packages/sdk/src/generated/demo/types.ts')
    expect(types).toContain('export interface ChangeUnauthorized {')
    expect(types).not.toContain('export interface Unauthorized {')
    expect(types).toMatch(/export type UseCodeAnswer =\n {2}\| UseCodeOk\n {2}\| UseCodeWrong\n {2}\| BadRequest\n/)
    expect(types.slice(types.indexOf('UseCodeAnswer ='), types.indexOf('ChangeOk'))).not.toContain('TooManyRequests')
  })

  it('lets no text of a contract out of its place', () => {
    expect(textOf('packages/sdk/src/generated/demo/types.ts')).not.toContain('A `*/`')
    const html = textOf('apps/server/assets/reference/demo.html')
    expect(html).toContain('A <code>*/</code> | &lt;b&gt;tag&lt;/b&gt;.')
    expect(html).toContain('Everything &lt;at&gt; once &amp; more.')
    expect(textOf('docs/reference/demo.md')).toContain('A `*/` \\| &lt;b>tag&lt;/b>.')
  })
})

describe('the OpenAPI document', () => {
  const document = JSON.parse(textOf('apps/server/assets/openapi/demo.json'))

  it('has an operation for each route, two methods of a path together', () => {
    expect(Object.keys(document.paths)).toEqual([
      '/user/code/{phone_number}',
      '/user/name',
      '/user/pictures',
      '/user/cover',
    ])
    const { get, post } = document.paths['/user/code/{phone_number}']
    expect([get.operationId, post.operationId]).toEqual(['sendCode', 'useCode'])
    expect(
      get.parameters.map((parameter: { name: string; in: string; required: boolean }) => [
        parameter.name,
        parameter.in,
        parameter.required,
      ]),
    ).toEqual([
      ['phone_number', 'path', true],
      ['lang', 'query', false],
    ])
    expect(Object.keys(post.requestBody.content)).toHaveLength(3)
  })

  it('has a file as binary in a form, and in other bodies only what may be a text as well', () => {
    const { SetPicturesRequest, SetCoverRequest } = document.components.schemas
    const binary = { type: 'string', format: 'binary' }
    expect(SetPicturesRequest.properties.image.anyOf).toEqual([binary, { type: 'null' }])
    expect(SetCoverRequest.properties.cover.anyOf).toEqual([{ type: 'string' }, binary])
    const contentOf = (path: string) => document.paths[path].post.requestBody.content
    expect(Object.keys(contentOf('/user/pictures'))).toEqual(['multipart/form-data'])
    expect(contentOf('/user/pictures')['multipart/form-data'].example).toEqual({ cover: '/a' })
    expect(Object.keys(contentOf('/user/cover'))).toHaveLength(3)
  })

  it('asks for no cookie or Bearer where the token may be a field', () => {
    expect(document.paths['/user/name'].put.security).toEqual([{ cookie: [] }, { bearer: [] }, {}])
  })

  it('asks a signed-in caller for a cookie or Bearer elsewhere', () => {
    const card = JSON.parse(committed.get('apps/server/assets/openapi/card.json') ?? '')
    expect(card.paths['/user/logout'].post.security).toEqual([{ cookie: [] }, { bearer: [] }])
  })

  it('marks extensions and names outcomes', () => {
    const { post } = document.paths['/user/code/{phone_number}']
    const { UseCodeRequest, UseCodeWrong } = document.components.schemas
    expect(post['x-acct-extension']).toBe(true)
    expect(post.responses[200].headers['x-left']['x-acct-extension']).toBe(true)
    expect(UseCodeRequest.properties['new-name']).toMatchObject({ type: 'integer', 'x-acct-extension': true })
    expect(UseCodeWrong).toMatchObject({ 'x-acct-outcome': 'wrong', 'x-acct-extension': true })
  })

  it('refers only to what it holds', () => {
    const text = JSON.stringify(document)
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
    expect(references.length).toBeGreaterThan(10)
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([])
  })
})
