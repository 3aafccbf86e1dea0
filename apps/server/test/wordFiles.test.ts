import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acct, type Settings, serve, temporaryFolder } from './support/process.ts'

/** The operator's word lists, in a process of its own. */

let folder: string
let remove: () => void
let wordsFile: string
let passwordsFile: string
let settings: Settings

beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
  wordsFile = join(folder, 'words.txt')
  passwordsFile = join(folder, 'passwords.txt')
  writeFileSync(wordsFile, '禁词\n')
  writeFileSync(passwordsFile, 'common_1\n')
  settings = {
    ACCT_DATA_DIR: join(folder, 'data'),
    ACCT_SENSITIVE_WORDS: wordsFile,
    ACCT_PASSWORD_BLOCKLIST: passwordsFile,
  }
})
afterEach(() => remove())

const notUtf8 = Buffer.from([0xbd, 0xfb, 0xb4, 0xca, 0x0a])

describe('a list that can not be read', () => {
  it.each(['ACCT_SENSITIVE_WORDS', 'ACCT_PASSWORD_BLOCKLIST'])('%s refuses the start', async (name) => {
    const missing = join(folder, 'missing')
    const absent = await acct(['serve'], { ...settings, [name]: missing })
    expect(absent).toMatchObject({ code: 1, err: `acct: ${name}: the file '${missing}' can not be read (ENOENT)\n` })
    writeFileSync(missing, notUtf8)
    const garbled = await acct(['serve'], { ...settings, [name]: missing })
    expect(garbled).toMatchObject({ code: 1, err: `acct: ${name}: the file '${missing}' is not UTF-8\n` })
    expect((await acct(['serve'], { ...settings, [name]: folder })).err).toContain('can not be read (EISDIR)')
  })
})

describe('a running server', () => {
  it('reads its lists again at SIGHUP, and keeps them when it can not', async () => {
    const { url, child, says, ended } = await serve(settings)
    const card = createClient({ baseUrl: `${url}/card` })
    const register = async (username: string, nickname: string, password = 'right_1') =>
      (await card.register({ username, password, nickname, telephone: '13812345678' })).outcome
    expect(await register('one', '禁詞')).toBe('failed')
    expect(await register('one', '新词')).toBe('ok')
    expect(await register('two', 'n', 'common_1')).toBe('failed')

    writeFileSync(wordsFile, '新词\n旧词\n')
    writeFileSync(passwordsFile, 'common_2\n')
    child.kill('SIGHUP')
    await says('"passwords":1,"msg":"word lists reloaded"')
    expect(await register('two', '新詞')).toBe('failed')
    expect(await register('two', '禁词')).toBe('ok')
    expect(await register('three', 'n', 'common_2')).toBe('failed')
    expect(await register('three', 'n', 'common_1')).toBe('ok')

    writeFileSync(wordsFile, notUtf8)
    rmSync(passwordsFile)
    child.kill('SIGHUP')
    await says(`ACCT_SENSITIVE_WORDS: the file '${wordsFile}' is not UTF-8`)
    expect(await register('four', '新词')).toBe('failed')
    expect(await register('four', 'n', 'common_2')).toBe('failed')
    expect(await register('four', 'n')).toBe('ok')

    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('without lists of the operator’s own goes on after SIGHUP', async () => {
    const { url, child, says, ended } = await serve({ ACCT_DATA_DIR: join(folder, 'data') })
    for (let time = 0; time < 3; time += 1) child.kill('SIGHUP')
    await says('"passwords":0,"msg":"word lists reloaded"')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})

describe('an operator', () => {
  it('may choose any name, but no common password', async () => {
    const create = (name: string, password: string) =>
      acct(['account', 'create', '--username', name, '--nickname', '管理员'], settings, password)
    expect((await create('禁词', 'right_1')).code).toBe(0)
    expect(await create('other', 'Common_1')).toMatchObject({ code: 1, err: 'acct: this password is too common\n' })
    expect((await acct(['account', 'show', 'other'], settings)).code).toBe(1)
    const reset = await acct(['account', 'set-password', '禁词'], settings, 'common_1')
    expect(reset).toMatchObject({ code: 1, err: 'acct: this password is too common\n' })
  })

  it('is kept from setting a password by a bad list, and from nothing else', async () => {
    await acct(['account', 'create', '--username', 'li_lei'], settings, 'right_1')
    rmSync(wordsFile)
    rmSync(passwordsFile)
    const reset = await acct(['account', 'set-password', 'li_lei'], settings, 'right_2')
    expect(reset.err).toBe(`acct: ACCT_PASSWORD_BLOCKLIST: the file '${passwordsFile}' can not be read (ENOENT)\n`)
    expect((await acct(['account', 'lock', 'li_lei'], settings)).code).toBe(0)
  })
})
