import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@acct/sdk/card'
import { createDatabase, type OwnCluster, startOwnCluster } from '@acct/store/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from './support/engines.ts'
import { acct, type ServingProcess, type Settings, serve, temporaryFolder } from './support/process.ts'

// Built servers as processes of their own, on a real PostgreSQL; what must hold on both engines, on both.

const password = 'right_1'
const telephone = '13812345678'
const cardOf = ({ url }: ServingProcess, token?: string) =>
  createClient({ baseUrl: `${url}/card`, ...(token !== undefined && { token }) })
const register = (server: ServingProcess, username: string, nickname = 'n') =>
  cardOf(server).register({ username, password, nickname, telephone })

async function logIn(server: ServingProcess, username: string): Promise<string> {
  const { headers } = await cardOf(server).login({ username, password })
  return /acct_session=([^;]+)/.exec(headers?.get('set-cookie') ?? '')?.[1] ?? ''
}

async function end({ child, ended }: ServingProcess): Promise<void> {
  child.kill()
  expect(await ended).toBe(0)
}

let folder: string
let remove: () => void
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => remove())

describe.each(engines())('on $name', ({ start, stop, fresh }) => {
  let settings: Settings
  beforeAll(start)
  afterAll(stop)
  beforeEach(async () => {
    settings = { ACCT_DATA_DIR: folder, ...(await fresh()) }
  })

  it('a server that is killed has kept what it answered', async () => {
    const first = await serve(settings)
    expect((await register(first, 'li_lei')).outcome).toBe('ok')
    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')

    const second = await serve(settings)
    expect(await logIn(second, 'li_lei')).toMatch(/^acct_s_/)
    expect((await register(second, 'li_lei')).outcome).toBe('failed')
    await end(second)
  })

  describe('two servers', () => {
    let one: ServingProcess
    let other: ServingProcess
    beforeEach(async () => {
      ;[one, other] = await Promise.all([serve(settings), serve(settings)])
    })
    afterEach(async () => {
      await Promise.all([end(one), end(other)])
    })

    it('a session that ends in one has ended in the other with the answer', async () => {
      await register(one, 'li_lei')
      for (const [here, there] of [
        [one, other],
        [other, one],
      ] as const) {
        const token = await logIn(here, 'li_lei')
        expect((await cardOf(there, token).getInfo()).outcome).toBe('ok')
        expect((await cardOf(here, token).getInfo()).outcome).toBe('ok')
        expect((await cardOf(here, token).logout()).outcome).toBe('ok')
        expect((await cardOf(there, token).getInfo()).outcome).toBe('failed')
      }
    })

    it('of a hundred who register one name through both at once one gets it', async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => register(index % 2 === 0 ? one : other, 'one_name', `n${index}`)),
      )
      const outcomes = answers.map(({ outcome }) => outcome)
      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(99)
      expect(await logIn(other, 'one_name')).toMatch(/^acct_s_/)
    })
  })
})

describe('a PostgreSQL', () => {
  let cluster: OwnCluster
  let databases = 0
  let settings: Settings
  beforeAll(async () => {
    cluster = await startOwnCluster()
  })
  afterAll(() => cluster.stop())
  beforeEach(async () => {
    databases += 1
    const url = new URL((await createDatabase(cluster.url, `acct_${databases}`)).url)
    // This one lets everybody in, by any password.
    url.password = 'hunter2'
    settings = { ACCT_DATA_DIR: folder, ACCT_DATABASE_URL: url.href }
  })

  it('that goes away is told to callers, and found again once it is back', async () => {
    const server = await serve(settings)
    await register(server, 'li_lei')
    const token = await logIn(server, 'li_lei')
    const health = async (path: string) => (await fetch(`${server.url}${path}`)).status

    await cluster.down()
    expect((await cardOf(server, token).getInfo()).outcome).toBe('unavailable')
    expect((await cardOf(server).login({ username: 'li_lei', password })).outcome).toBe('unavailable')
    expect((await register(server, 'han_meimei')).outcome).toBe('unavailable')
    expect(await health('/healthz')).toBe(200)
    expect(await health('/readyz')).toBe(503)

    await cluster.up()
    const back = Date.now()
    while ((await cardOf(server, token).getInfo()).outcome !== 'ok') expect(Date.now() - back).toBeLessThan(5000)
    while ((await register(server, 'han_meimei')).outcome !== 'ok') expect(Date.now() - back).toBeLessThan(5000)
    expect(await logIn(server, 'li_lei')).toMatch(/^acct_s_/)
    await end(server)
  })

  it('is looked after by the same commands, and its password is shown by none', async () => {
    const said: string[] = []
    const run = async (...args: string[]) => {
      const { code, out, err } = await acct(args, settings, password)
      said.push(out, err)
      return { code, out, err }
    }
    expect((await run('doctor')).err).toMatch(/^acct: database 'postgres:[^\n]+no schema[^\n]+\n$/)
    expect((await run('migrate')).out).not.toContain('nothing to do')
    expect((await run('migrate')).out).toContain('nothing to do')
    expect((await run('account', 'create', '--username', 'li_lei')).code).toBe(0)
    const { code, out } = await run('doctor', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      server: expect.stringMatching(/^PostgreSQL \d+/),
      accounts: 1,
      sessions: 0,
      problems: 'none',
    })
    expect(await run('compact')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^acct: [^\n]*autovacuum[^\n]*\n$/),
    })
    settings = { ...settings, ACCT_DATABASE_URL: `${settings.ACCT_DATABASE_URL}`.replace(/acct_\d+/, 'nowhere') }
    expect(await run('serve')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^acct: [^\n]*does not exist[^\n]*\n$/),
    })
    expect(said.join('')).not.toContain('hunter2')
  })
})

it('whoever keeps accounts in SQLite loads nothing of the driver for PostgreSQL', () => {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  const store = fileURLToPath(import.meta.resolve('@acct/store'))
  const dist = join(dirname(store), '../dist')
  const loaded = [main, join(dist, 'index.js')].flatMap((file) => staticImports(file))
  expect(loaded).toEqual(expect.arrayContaining(['@acct/store', 'better-sqlite3']))
  expect(loaded).not.toContain('pg')
  const files = readdirSync(dist).filter((name) => name.endsWith('.js'))
  expect(files.flatMap((name) => staticImports(join(dist, name)))).toContain('pg')
})

/** What a built file imports without waiting to be asked, and what the files beside it that it imports do. */
function staticImports(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const names = Array.from(source.matchAll(/\b(?:from|import)\s*"([^"]+)"/g), ([, name = '']) => name)
  return names.flatMap((name) => (name.startsWith('./') ? staticImports(join(dirname(file), name)) : [name]))
}
