import { readFileSync } from 'node:fs'
import { type Core, findAccount, type Hasher } from '@acct/core'
import type { FakeClock } from '@acct/core/testing'
import { argon2Hasher } from '../../src/hasher.ts'
import type { Driver, PersonsDevice } from '../support/driver.ts'
import { startTestServer } from '../support/server.ts'

/** What a scenario plays in: a real server, seen through one variant. */
export interface World {
  readonly clock: FakeClock
  readonly core: Core
  readonly device: () => PersonsDevice
  /** Somebody who has just registered, under a name that nobody had before. */
  readonly person: () => Promise<{ username: string; password: string }>
  readonly accountId: (username: string) => Promise<number>
  /** How many passwords were compared with a real account's hash so far. */
  readonly verifications: () => number
  /** Everything that stands in the database's files. */
  readonly databaseBytes: () => Buffer
  readonly stop: () => Promise<void>
}

const password = 'right_1'

export async function createWorld(driver: Driver): Promise<World> {
  const counting = countingHasher()
  const { server, clock, databaseFile, stop } = await startTestServer({}, { hasher: counting.hasher })
  const device = () => driver.device(server.url)
  let people = 0
  return {
    clock,
    core: server.core,
    device,
    person: async () => {
      people += 1
      const username = `person_${people}`
      const phoneClaim = `138${String(people).padStart(8, '0')}`
      if ((await device().register({ username, password, phoneClaim })) !== 'done') throw new Error('not registered')
      return { username, password }
    },
    accountId: async (username) => {
      const found = await findAccount(server.core, { who: username })
      if (found.kind === 'none') throw new Error(`no account '${username}'`)
      return found.account.id
    },
    verifications: counting.verifications,
    databaseBytes: () => Buffer.concat([readFileSync(databaseFile), readFileSync(`${databaseFile}-wal`)]),
    stop,
  }
}

/** The real hasher, counting what it compares with anything but the dummy (the hash of a password that nobody set). */
function countingHasher(): { hasher: Hasher; verifications: () => number } {
  const real = argon2Hasher({ memory: 32, passes: 1, lanes: 1 })
  const set = new Set<string>()
  let verifications = 0
  return {
    verifications: () => verifications,
    hasher: {
      ...real,
      hash: async (text) => {
        const hash = await real.hash(text)
        if (text.length < 40) set.add(hash)
        return hash
      },
      verify: (hash, text) => {
        if (set.has(hash)) verifications += 1
        return real.verify(hash, text)
      },
    },
  }
}
