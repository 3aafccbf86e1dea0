import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { png } from './support/png.ts'
import { acct, type ServingProcess, type Settings, serve, temporaryFolder } from './support/process.ts'

const person = { username: 'li_lei', password: 'right_1', nickname: 'n', telephone: '13812345678' }

let folder: string
let remove: () => void
let settings: Settings
let restored: Settings
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
  settings = { ACCT_DATA_DIR: join(folder, 'data') }
  restored = { ACCT_DATA_DIR: join(folder, 'restored') }
})
afterEach(() => remove())

const cardOf = ({ url }: ServingProcess, token?: string) =>
  createClient({ baseUrl: `${url}/card`, ...(token !== undefined && { token }) })

async function logIn(server: ServingProcess): Promise<string> {
  const { headers } = await cardOf(server).login(person)
  return /acct_session=([^;]+)/.exec(headers?.get('set-cookie') ?? '')?.[1] ?? ''
}

async function end({ child, ended }: ServingProcess): Promise<void> {
  child.kill()
  expect(await ended).toBe(0)
}

it('a backup of a running server, with its files, gives the whole service back', async () => {
  const server = await serve(settings)
  await cardOf(server).register(person)
  const token = await logIn(server)
  const card = cardOf(server, token)
  const avatar = new Blob([png(200, 200)], { type: 'image/png' })
  expect((await card.updateInfo({ avatar })).outcome).toBe('ok')
  const before = await card.getInfo()
  if (before.outcome !== 'ok') throw new Error(before.outcome)
  const [file, files] = [join(folder, 'backup.db'), join(folder, 'backup-files')]

  const backup = await acct(['backup', file, '--files', files, '--json'], settings)
  expect(backup.err).toBe('')
  expect(JSON.parse(backup.out)).toMatchObject({
    accounts: 1,
    sessions: 1,
    check: 'ok',
    pictures: 2,
    picturesMissing: 0,
    secret: 'copied',
  })
  expect(statSync(join(files, 'secret')).mode & 0o777).toBe(0o600)
  // What came later is not in it.
  await cardOf(server).register({ ...person, username: 'later' })
  await end(server)

  const back = await acct(['restore', file, '--files', files, '--json'], restored)
  expect(back.err).toBe('')
  expect(JSON.parse(back.out)).toMatchObject({ accounts: 1, keptAside: 'nothing' })
  expect(readFileSync(join(folder, 'restored', 'secret'))).toEqual(readFileSync(join(folder, 'data', 'secret')))
  const again = await serve(restored)
  expect((await cardOf(again, token).getInfo()).body).toEqual(before.body)
  const picture = await fetch(`${again.url}${before.body.avatar}`)
  expect(picture.status).toBe(200)
  expect((await cardOf(again).login({ ...person, username: 'later' })).outcome).toBe('invalidCredentials')
  await end(again)
  const { out } = await acct(['audit', '--action', 'restore', '--json'], restored)
  expect(JSON.parse(out)).toMatchObject({ by: 'operator', outcome: 'done' })
})

it('refuses in one line whatever would cost somebody something', async () => {
  const server = await serve(settings)
  await cardOf(server).register(person)
  const file = join(folder, 'backup.db')
  expect((await acct(['backup', file], settings)).code).toBe(0)
  const refused = async (args: string[], line: RegExp, where = settings) => {
    const { code, err } = await acct(args, where)
    expect(err).toMatch(line)
    expect(err.split('\n')).toHaveLength(2)
    expect(code).toBe(1)
  }
  await refused(['backup', file], /it exists already \(--force replaces it\)/)
  await refused(['restore', file], /it has 1 accounts \(--force keeps it aside and restores\)/)
  await refused(['restore', file, '--force'], /another program has it open: stop the server first/)
  await refused(['restore', join(folder, 'nothing.db')], /it does not exist/)
  const full = join(folder, 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'mine'), '')
  await refused(['backup', join(folder, 'other.db'), '--files', full], /is not empty \(--force adds to it\)/)
  await refused(['restore', file, '--files', full], /is no folder that `acct backup --files` made/, restored)
  await end(server)

  const token = await (async () => {
    const running = await serve(settings)
    const opened = await logIn(running)
    await end(running)
    return opened
  })()
  const { out } = await acct(['restore', file, '--force', '--end-sessions', '--json'], settings)
  const { keptAside } = JSON.parse(out) as { keptAside: string }
  expect(existsSync(keptAside)).toBe(true)
  const running = await serve(settings)
  expect((await cardOf(running, token).getInfo()).outcome).not.toBe('ok')
  expect((await cardOf(running).login(person)).outcome).toBe('ok')
  await end(running)
})

it('another secret than the backup’s is not put away in passing', async () => {
  await acct(['account', 'create', '--username', 'li_lei', '--no-password'], settings)
  const [file, files] = [join(folder, 'backup.db'), join(folder, 'files')]
  await acct(['backup', file, '--files', files], settings)
  await acct(['account', 'create', '--username', 'other', '--no-password'], restored)
  const { code, err } = await acct(['restore', file, '--files', files, '--force'], restored)
  expect(code).toBe(1)
  expect(err).toMatch(/^acct: the secret in '[^\n]+' is another one than the backup's: move it away first\n$/)
  expect(readdirSync(join(folder, 'restored')).filter((name) => name.includes('before-restore'))).toEqual([])
})

it('says how PostgreSQL does it', async () => {
  const postgres = { ...settings, ACCT_DATABASE_URL: 'postgres://acct:hush@127.0.0.1:9/acct' }
  const backup = await acct(['backup', 'a.dump'], postgres)
  expect(backup.code).toBe(1)
  expect(backup.err).toMatch(
    /^acct: PostgreSQL makes its own backups: pg_dump --format=custom --file=a\.dump [^\n]+\n$/,
  )
  const restore = await acct(['restore', 'a.dump'], postgres)
  expect(restore.code).toBe(1)
  expect(restore.err).toMatch(/^acct: PostgreSQL restores its own backups: pg_restore [^\n]+\n$/)
  expect(backup.err + restore.err).not.toContain('hush')
})
