import { createClient as cardClient } from '@acct/sdk/card'
import { createClient as phoneClient } from '@acct/sdk/phone'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from './support/engines.ts'
import { acct, type ServingProcess, type Settings, serve, temporaryFolder } from './support/process.ts'

const password = 'right_1'

let folder: string
let remove: () => void
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => remove())

interface Line {
  readonly at: string
  readonly account: number | null
  readonly action: string
  readonly detail: string | null
  readonly outcome: string
  readonly times: number
  readonly by: string
  readonly variant: string | null
  readonly source: string | null
}

describe.each(engines())('acct audit on $name', ({ start, stop, fresh }) => {
  let settings: Settings
  let server: ServingProcess
  beforeAll(start)
  afterAll(stop)
  beforeEach(async () => {
    settings = { ACCT_DATA_DIR: folder, ...(await fresh()) }
    server = await serve(settings)
  })
  afterEach(async () => {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return
    server.child.kill()
    expect(await server.ended).toBe(0)
  })

  const audit = async (...args: string[]): Promise<Line[]> => {
    const { code, out, err } = await acct(['audit', '--json', ...args], settings)
    expect(err).toBe('')
    expect(code).toBe(0)
    return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
  }
  const words = ({ action, detail, outcome, by, variant }: Line) =>
    [action, detail, outcome, by, variant].filter((word) => word !== null).join(' ')
  const end = async () => {
    server.child.kill()
    expect(await server.ended).toBe(0)
  }

  it('tells what callers and operators did to an account, newest first', async () => {
    const card = cardClient({ baseUrl: `${server.url}/card` })
    await card.register({ username: 'li_lei', password, nickname: 'n', telephone: '13812345678' })
    await card.login({ username: 'li_lei', password })
    await phoneClient({ baseUrl: `${server.url}/phone` }).login({ account: 'li_lei', password: 'wrong' })
    await end()
    for (const command of ['lock', 'unlock']) await acct(['account', command, 'li_lei'], settings)
    await acct(['account', 'set-role', 'li_lei', 'vip_user'], settings)
    const { id } = JSON.parse((await acct(['account', 'show', 'li_lei', '--json'], settings)).out) as { id: number }

    const lines = await audit('--account', 'li_lei')
    expect(lines.map(words)).toEqual([
      'setRole vip_user done operator',
      'unlock done operator',
      'lock done operator',
      'signIn password wrongPassword caller phone',
      'signIn password done caller card',
      'register done caller card',
    ])
    expect(new Set(lines.map(({ account }) => account))).toEqual(new Set([id]))
    expect(lines.slice(3).map(({ source }) => source)).toEqual(Array.from({ length: 3 }, () => '127.0.0.1'))
    expect(lines[0]?.source).toMatch(/^user \S+$/)

    await acct(['account', 'delete', 'li_lei'], settings)
    expect((await audit('--account', String(id), '--limit', '2')).map(words)).toEqual([
      'delete done operator',
      'setRole vip_user done operator',
    ])
    expect((await audit('--action', 'signIn', '--outcome', 'done')).map(words)).toEqual([
      'signIn password done caller card',
    ])
    expect(await audit('--source', '192.0.2.1')).toEqual([])
    expect(await audit('--since', '2999-01-01')).toEqual([])
    expect(await audit('--since', '1h')).toHaveLength(7)
  })

  it('has the line of everything that was acknowledged before the server was killed', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `u${index}`)
    const card = cardClient({ baseUrl: `${server.url}/card` })
    const acknowledged: string[] = []
    await Promise.all(
      names.map(async (name) => {
        const { outcome } = await card.register({ username: name, password, nickname: 'n', telephone: '13812345678' })
        if (outcome === 'ok') acknowledged.push(name)
        if (acknowledged.length === 20) server.child.kill('SIGKILL')
      }),
    )
    expect(await server.ended).toBe('SIGKILL')
    expect(acknowledged.length).toBeGreaterThanOrEqual(20)
    const registered = new Set((await audit('--action', 'register', '--limit', '1000')).map(({ account }) => account))
    const { accounts } = JSON.parse((await acct(['doctor', '--json'], settings)).out) as { accounts: number }
    expect(accounts).toBeGreaterThanOrEqual(acknowledged.length)
    expect(registered.size).toBe(accounts)
  })

  it('prints a table, and says in one line what it does not understand', async () => {
    await cardClient({ baseUrl: `${server.url}/card` }).register({
      username: 'li_lei',
      password,
      nickname: 'n',
      telephone: '13812345678',
    })
    const { out } = await acct(['audit'], settings)
    const [head, line, ...rest] = out.split('\n')
    expect(head).toMatch(/^at +account +action +detail +outcome +times +by +variant +source$/)
    expect(line).toMatch(/^\S+\+08:00 +\d+ +register +- +done +1 +caller +card +127\.0\.0\.1$/)
    expect(rest).toEqual([''])
    expect((await acct(['audit', '--since', 'yesterday'], settings)).code).toBe(2)
    expect((await acct(['audit', '--limit', '0'], settings)).code).toBe(2)
    expect((await acct(['audit', '--action', 'dance'], settings)).code).toBe(2)
    expect((await acct(['audit', '--account', 'nobody'], settings)).err).toBe("acct: there is no account 'nobody'\n")
  })
})
