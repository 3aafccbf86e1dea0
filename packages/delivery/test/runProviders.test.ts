import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { wechatProvider } from '../src/index.ts'
import type { FakePerson } from '../src/testing/index.ts'

it('the fake providers run by themselves and say how a server meets them', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'acct-people-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const person: FakePerson = { provider: 'wechat', token: 'T', openid: 'O', appId: 'wx1', nickname: '小明' }
  writeFileSync(join(folder, 'people.json'), JSON.stringify([person]))

  const [tsx, script] = [import.meta.resolve('tsx/cli'), new URL('../src/testing/run.ts', import.meta.url)]
  const process_ = spawn(process.execPath, [
    fileURLToPath(tsx),
    '--conditions=@acct/source',
    fileURLToPath(script),
    join(folder, 'people.json'),
  ])
  onTestFinished(() => void process_.kill())
  const [printed] = await once(process_.stdout.setEncoding('utf8'), 'data')
  const settings = Object.fromEntries(
    String(printed)
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  )

  expect(Object.keys(settings)).toEqual(['ACCT_QQ_URL', 'ACCT_WECHAT_URL', 'ACCT_WEIBO_URL', 'ACCT_PICTURE_HOSTS'])
  expect(settings.ACCT_QQ_URL).toBe(`http://${settings.ACCT_PICTURE_HOSTS}`)
  const provider = wechatProvider({ appIds: ['wx1'], url: settings.ACCT_WECHAT_URL })
  expect(await provider.prove({ token: 'T', openid: 'O' })).toMatchObject({ kind: 'proven', nickname: '小明' })
})
