import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createAccount, deleteAccount } from '@acct/core'
import { type FakeS3, fakeS3 } from '@acct/delivery/testing'
import { type Cluster, createDatabase, startCluster } from '@acct/store/testing'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { png } from './support/png.ts'
import { acct, type Settings, serve, temporaryFolder } from './support/process.ts'
import { startTestServer } from './support/server.ts'
import { socialClient } from './support/socialDriver.ts'

const password = 'right123'

let cluster: Cluster
let s3: FakeS3
beforeAll(async () => {
  cluster = await startCluster()
  s3 = await fakeS3()
  for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await s3.stop()
  await cluster.stop()
})

let databases = 0
const freshUrl = async () => (await createDatabase(cluster.url, `acct_pictures_${process.pid}_${++databases}`)).url
const bucket = (name: string) =>
  `s3://${name}/pictures?region=eu-central-1&endpoint=${encodeURIComponent(s3.endpoint)}&use_path_style=true`

const places: { name: string; settings: () => Promise<Settings> }[] = [
  { name: 'the folder', settings: async () => ({}) },
  { name: 'SQLite', settings: async () => ({ ACCT_PICTURES: 'database' }) },
  { name: 'PostgreSQL', settings: async () => ({ ACCT_DATABASE_URL: await freshUrl() }) },
  { name: 'a bucket', settings: async () => ({ ACCT_PICTURES: bucket('acct') }) },
]

/** Somebody who is signed in, and what a picture of theirs is answered with. */
async function painter(url: string) {
  const client = socialClient(url)
  expect((await client.login({ user_type: '1', account: 'painter', password })).outcome).toBe('ok')
  return async (side: number) => {
    const answer = await client.updateAvatar({ image: png(side, side) })
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
    return new URL(answer.body.data.avator).pathname
  }
}

async function shown(url: string) {
  const answer = await fetch(url)
  const { date: _, connection: __, 'keep-alive': ___, ...headers } = Object.fromEntries(answer.headers)
  return { status: answer.status, headers, bytes: Buffer.from(await answer.arrayBuffer()).toString('base64') }
}

describe('a picture', () => {
  it('is answered alike, byte by byte and header by header, wherever it is kept; and gone with its account', async () => {
    let first: Awaited<ReturnType<typeof shown>> | undefined
    for (const { name, settings } of places) {
      const test = await startTestServer(await settings())
      onTestFinished(test.stop)
      const { core } = test.server
      const created = await createAccount(core, { username: 'painter', password })
      if (created.kind !== 'created') throw new Error(created.kind)
      const files = async () => {
        const names: string[] = []
        for await (const file of core.blobs.list()) names.push(file.name)
        return names
      }
      const upload = await painter(test.url)
      const [old, path] = [await upload(64), await upload(100)]
      expect(await files(), name).toHaveLength(2)
      const answer = await shown(test.url + path)
      expect(answer.status).toBe(200)
      first ??= answer
      expect(answer, name).toEqual(first)
      const head = await fetch(test.url + path, { method: 'HEAD' })
      expect([head.status, head.headers.get('content-length')]).toEqual([200, answer.headers['content-length']])
      expect((await shown(test.url + old)).status, name).toBe(404)
      await deleteAccount(core, { accountId: created.accountId })
      expect((await shown(test.url + path)).status, name).toBe(404)
      expect(await files(), name).toEqual([])
    }
  })

  it('that can not be had now is unavailable, and nothing else is', async () => {
    const test = await startTestServer({ ACCT_PICTURES: bucket('away') })
    onTestFinished(test.stop)
    await createAccount(test.server.core, { username: 'painter', password })
    const upload = await painter(test.url)
    const path = await upload(64)
    s3.broken = 503
    expect((await shown(test.url + path)).status).toBe(503)
    await expect(upload(64)).rejects.toThrow('unavailable')
    expect((await fetch(`${test.url}/readyz`)).status).toBe(200)
    s3.broken = undefined
    expect((await shown(test.url + path)).status).toBe(200)
  })
})

describe('acct pictures copy', () => {
  it('brings pictures to where they are looked for, once, and says so', async () => {
    const { folder, remove } = temporaryFolder()
    onTestFinished(remove)
    const common: Settings = { ACCT_DATA_DIR: folder, ...s3.environment }
    expect((await acct(['account', 'create', '--username', 'painter'], common, password)).code).toBe(0)
    const old = await serve(common)
    const path = await (await painter(old.url))(64)
    const before = await shown(old.url + path)
    old.child.kill('SIGTERM')
    await old.ended
    expect(readdirSync(join(folder, 'files'))).toHaveLength(2)

    const copy = async (from: string, to: string) => {
      const { code, out, err } = await acct(['pictures', 'copy', '--from', from, '--to', to, '--json'], common)
      return code === 0 ? JSON.parse(out) : err
    }
    expect(await copy('folder', 'database')).toEqual({ copied: 2, there: 0, nobodys: 0 })
    expect(await copy('folder', 'database')).toEqual({ copied: 0, there: 2, nobodys: 0 })
    expect(await copy('database', bucket('acct-copied'))).toEqual({ copied: 2, there: 0, nobodys: 0 })
    expect(await copy('folder', 'folder')).toMatch(/^acct: [^\n]*where they are\n$/)
    expect(await copy('folder', 'cellar')).toMatch(/^acct: ACCT_PICTURES: must be [^\n]*\n$/)
    for (const ACCT_PICTURES of ['database', bucket('acct-copied')]) {
      const server = await serve({ ...common, ACCT_PICTURES })
      // What is left in the folder is told.
      await server.says('acct pictures copy')
      expect(await shown(server.url + path)).toEqual(before)
      server.child.kill('SIGTERM')
      await server.ended
    }
  })
})

describe('acct store copy', () => {
  it('moves a service, says how far it is, and tells what to do next', async () => {
    const { folder, remove } = temporaryFolder()
    onTestFinished(remove)
    const settings: Settings = { ACCT_DATA_DIR: folder }
    const to = await freshUrl()
    expect((await acct(['account', 'create', '--username', 'li_lei'], settings, password)).code).toBe(0)

    const copied = await acct(['store', 'copy', '--to', to], settings)
    expect(copied).toMatchObject({ code: 0, out: expect.stringMatching(/^accounts +1 rows, [0-9a-f]{64}$/m) })
    expect(copied.err).toContain('takes no writes from now on')
    expect(copied.err).toContain('copying accounts: 1 of 1 rows (100%)')
    expect(copied.err).toContain('set ACCT_DATABASE_URL to it and restart')
    const verified = await acct(['store', 'copy', '--to', to, '--verify', '--json'], settings)
    expect(JSON.parse(verified.out).tables.every(({ isEqual }: { isEqual: boolean }) => isEqual)).toBe(true)

    const create = (username: string, more: Settings = {}) =>
      acct(['account', 'create', '--username', username], { ...settings, ...more }, password)
    expect(await create('han')).toMatchObject({ code: 1, err: expect.stringMatching(/^acct: [^\n]*frozen[^\n]*\n$/) })
    expect((await acct(['doctor'], settings)).out).toContain('frozen for a copy')
    expect(await create('han', { ACCT_DATABASE_URL: to })).toMatchObject({ code: 0 })
    expect(await acct(['store', 'copy', '--to', to, '--verify'], settings)).toMatchObject({
      code: 1,
      err: expect.stringContaining('acct: the two differ in accounts'),
    })
    expect(await acct(['store', 'copy', '--to', to], settings)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^acct: [^\n]*not empty[^\n]*\n$/),
    })
    expect((await acct(['store', 'thaw'], settings)).out).toContain('takes writes again')
    expect((await acct(['store', 'thaw'], settings)).out).toContain('was not frozen')
    expect((await create('mei')).code).toBe(0)
    expect((await acct(['store', 'copy'], settings)).code).toBe(2)
    expect(await acct(['store', 'copy', '--to', 'mysql://x'], settings)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^acct: --to: must be 'file:[^\n]*\n$/),
    })
  })
})
