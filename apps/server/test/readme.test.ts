import { execFile, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './support/process.ts'
import { startTestServer, type TestServer } from './support/server.ts'

const run = promisify(execFile)
const here = fileURLToPath(new URL('.', import.meta.url))
const readme = readFileSync(join(here, '../../../README.md'), 'utf8')

/** The README's code blocks below a heading. */
function blocksBelow(heading: string, language: string): string[] {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`) + 4).split('\n## ')[0] ?? ''
  const blocks = section.split(`\`\`\`${language}\n`).slice(1)
  if (blocks.length === 0) throw new Error(`the README has no ${language} block below '${heading}'`)
  return blocks.map((block) => block.split('```')[0] ?? '')
}

const promised = (block: string, mark: string) =>
  block
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length))

const hasCurl = spawnSync('curl', ['--version']).status === 0
if (!hasCurl) {
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error('there is no curl, and nothing may be skipped')
  process.stdout.write('skipped: the README’s curl session, because this machine has no curl\n')
}

/** A server with an empty database: one of this test's own, or the one that `scripts/fresh-clone.mjs` has started. */
const givenUrl = process.env.ACCT_README_URL
let test: TestServer | undefined
let url: string
let folder: string
let remove: () => void

beforeAll(async () => {
  test = givenUrl === undefined ? await startTestServer() : undefined
  url = test?.url ?? String(givenUrl)
  ;({ folder, remove } = temporaryFolder())
})
afterAll(async () => {
  await test?.stop()
  remove()
})

describe('the README', () => {
  it.skipIf(!hasCurl).each(['A session with curl', 'A phone and a code, without any SMS gateway'])(
    '‘%s’ prints what it says',
    async (heading) => {
      for (const block of blocksBelow(heading, 'sh')) {
        const script = block.replaceAll('localhost:3000', url.slice('http://'.length)).replace(/^# .*$/gm, 'echo')
        const { stdout } = await run('sh', ['-e', '-c', script], { cwd: folder })
        const printed = stdout.split('\n').filter((line) => line !== '')
        // A random id stands in the README as an ellipsis.
        expect(printed.map((line) => line.replace(/\d{10,16}(?=}$)/, '…'))).toEqual(promised(block, '# → '))
        // Between two blocks a minute passes; a server that is not ours was started without that limit.
        test?.clock.advance(60_000)
      }
    },
  )

  it('its SDK session compiles and prints what it says', { timeout: 120_000 }, async () => {
    const block = blocksBelow('The same with the SDK', 'ts').join('')
    const file = join(here, 'readme.session.ts')
    writeFileSync(file, block.replace('http://localhost:3000', url))
    try {
      const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
      const { stdout } = await run(process.execPath, [tsx, '--conditions=@acct/source', file])
      expect(stdout.split('\n').filter((line) => line !== '')).toEqual(promised(block, '// → '))
      const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))
      const flags = '--noEmit --strict --skipLibCheck --target es2022 --module nodenext --allowImportingTsExtensions'
      await run(process.execPath, [tsc, ...flags.split(' '), '--customConditions', '@acct/source', file])
    } finally {
      rmSync(file)
    }
  })
})
