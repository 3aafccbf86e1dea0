import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inExamples } from './server.ts'

const run = promisify(execFile)
const sdk = dirname(dirname(fileURLToPath(import.meta.resolve('@acct/sdk'))))
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))

/** A project of its own with the example and a copy of the SDK's types, as they are installed from the registry. */
let folder: string
let types: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acct-exhaustive-'))
  const copy = join(folder, 'node_modules/@acct/sdk')
  mkdirSync(copy, { recursive: true })
  cpSync(join(sdk, 'dist'), join(copy, 'dist'), { recursive: true, filter: (file) => !/\.c?js(\.map)?$/.test(file) })
  const { name, version, publishConfig } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'))
  const { exports } = publishConfig
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ name, version, type: 'module', exports }))
  cpSync(inExamples('exhaustive/loginMessage.ts'), join(folder, 'loginMessage.ts'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  types = join(copy, 'dist/card.d.ts')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler says of the example. */
async function compile(): Promise<string> {
  const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022']
  try {
    return (await run(process.execPath, [tsc, ...flags, 'loginMessage.ts'], { cwd: folder })).stdout
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

describe('the exhaustive switch', () => {
  it('compiles while it knows every outcome, and no longer when the API lists another one', async () => {
    expect(await compile()).toBe('')

    const before = readFileSync(types, 'utf8')
    const added = `/** Too many tries: solve this first. */
interface LoginCaptchaNeeded {
    readonly outcome: 'captchaNeeded';
    readonly status: 200;
    readonly body: { readonly msg: '请输入验证码' };
    readonly headers: AnswerHeaders;
}
`
    const after = before.replace('type LoginAnswer =', `${added}type LoginAnswer = LoginCaptchaNeeded |`)
    expect(after).not.toBe(before)
    writeFileSync(types, after)

    const said = await compile()
    expect(said).toMatch(
      /^loginMessage\.ts\(\d+,\d+\): error TS1360: Type 'LoginCaptchaNeeded' does not satisfy .*'never'/m,
    )
    // Nothing else broke: every complaint is about the new outcome.
    expect(
      said
        .trim()
        .split('\n')
        .every((line) => line.includes('LoginCaptchaNeeded')),
    ).toBe(true)
  })
})
