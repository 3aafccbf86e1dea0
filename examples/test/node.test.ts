import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inExamples, type Running, startAcct } from './server.ts'

const run = promisify(execFile)
const script = inExamples('node/main.mjs')

let acct: Running
beforeAll(async () => {
  acct = await startAcct()
})
afterAll(() => acct?.stop())

describe('the Node script', () => {
  it('makes an account with a picture and signs out', async () => {
    const picture = inExamples('../apps/server/assets/default-avatar.png')
    const { stdout } = await run(process.execPath, [script, acct.url, picture])
    expect(stdout).toMatch(/^小节: made by a script, picture at http:\S+\/files\/[\w-]{16,}\.jpg\nsigned out\n$/)
  })

  it('ends with one line where nobody listens', async () => {
    await expect(run(process.execPath, [script, 'http://127.0.0.1:9'])).rejects.toMatchObject({
      code: 1,
      stderr: 'register: networkError\n',
    })
  })
})
