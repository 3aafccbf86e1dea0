import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@acct/sdk/card'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from './support/engines.ts'
import { type PreviousVersion, unpackPrevious } from './support/previous.ts'
import { acct, type ServingProcess, type Settings, serve, temporaryFolder } from './support/process.ts'

// The last two versions side by side on one database, as they are while processes are replaced one by one: the program
// of the last release, and today's, which migrates the database while the other one serves.

const store = fileURLToPath(new URL('../../../packages/store/', import.meta.url))
const password = 'right_1'
const telephone = '13812345678'

let folder: string
let remove: () => void
let previous: PreviousVersion
beforeAll(() => {
  ;({ folder, remove } = temporaryFolder())
  previous = unpackPrevious(folder)
})
afterAll(() => remove())

it('is the program of the last release, whose migrations are as they were', () => {
  const releases: { commit: string }[] = JSON.parse(readFileSync(join(store, 'releases.json'), 'utf8'))
  expect(previous.commit.startsWith(releases.at(-1)?.commit ?? '?')).toBe(true)
  expect([...previous.migrations.keys()].length).toBeGreaterThan(0)
  for (const [path, statements] of previous.migrations) expect(readFileSync(join(store, path), 'utf8')).toBe(statements)
})

/** One who writes and reads as long as they are let, and every answer that was not what it should be. */
function visitor(server: ServingProcess, prefix: string) {
  let going = true
  const registered: string[] = []
  const waiting = new Set<() => void>()
  const wrong: string[] = []
  const expectOk = ({ outcome }: { outcome: string }, what: string) => {
    if (outcome !== 'ok') wrong.push(`${prefix} ${what}: ${outcome}`)
    return outcome === 'ok'
  }
  const visit = async () => {
    while (going) {
      const username = `${prefix}_${registered.length + 1}`
      const person = { username, password, nickname: '李雷', telephone }
      const guest = createClient({ baseUrl: `${server.url}/card` })
      if (!expectOk(await guest.register(person), 'register')) return
      registered.push(username)
      for (const look of waiting) look()
      const token = await tokenOf(server, username)
      const card = createClient({ baseUrl: `${server.url}/card`, token })
      expectOk(await card.updateInfo({ signature: username }), 'updateInfo')
      expectOk(await card.getInfo(), 'getInfo')
      expectOk(await card.logout(), 'logout')
    }
  }
  const done = visit()
  const stop = async () => {
    going = false
    await done
    return { registered, wrong }
  }
  /** Once they have registered some more than they have; rejects if they can not. */
  const further = () =>
    new Promise<void>((resolve, reject) => {
      const goal = registered.length + 4
      waiting.add(() => registered.length >= goal && resolve())
      done.then(() => reject(new Error(wrong.join('; '))), reject)
    })
  return { further, stop }
}

async function tokenOf({ url }: ServingProcess, username: string): Promise<string> {
  const { outcome, headers } = await createClient({ baseUrl: `${url}/card` }).login({ username, password })
  const token = /acct_session=([^;]+)/.exec(headers?.get('set-cookie') ?? '')?.[1]
  if (token === undefined) throw new Error(`${username} logs in: ${outcome}`)
  return token
}

/** Their own page, or why not. */
async function read({ url }: ServingProcess, token: string): Promise<string | null> {
  const answer = await createClient({ baseUrl: `${url}/card`, token }).getInfo()
  return answer.outcome === 'ok' ? answer.body.signature : answer.outcome
}

describe.each(engines())('on $name', ({ start, stop, fresh }) => {
  let settings: Settings
  beforeAll(start)
  afterAll(stop)
  beforeEach(async () => {
    settings = { ACCT_DATA_DIR: join(folder, crypto.randomUUID()), ACCT_LOG_REQUESTS: 'failed', ...(await fresh()) }
  })

  it('the old one goes on while the new one migrates, both write, and each reads what the other wrote', async () => {
    const before = await serve(settings, previous.main)
    const old = visitor(before, 'old')
    await old.further()
    const after = await serve(settings)
    const young = visitor(after, 'new')
    await Promise.all([old.further(), young.further()])
    const [byOld, byNew] = [await old.stop(), await young.stop()]
    expect([...byOld.wrong, ...byNew.wrong]).toEqual([])

    // A session of the one is good with the other, and over with both.
    for (const [one, other, names] of [
      [before, after, byOld.registered],
      [after, before, byNew.registered],
    ] as const) {
      for (const username of names.slice(-3)) {
        const token = await tokenOf(one, username)
        expect(await read(other, token)).toBe(username)
        await createClient({ baseUrl: `${other.url}/card`, token }).logout()
        expect(await read(one, token)).toBe('failed')
      }
    }

    before.child.kill()
    expect(await before.ended).toBe(0)
    for (const log of [before.log(), after.log()]) expect(log).not.toMatch(/"level":[56]0/)
    await Promise.all(byOld.registered.slice(0, 3).map((username) => tokenOf(after, username)))
    after.child.kill()
    expect(await after.ended).toBe(0)
    expect((await acct(['doctor'], settings)).code).toBe(0)
  })
})
