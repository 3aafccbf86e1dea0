import { type Core, findAccount, type Hasher } from '@acct/core'
import type { FakeClock } from '@acct/core/testing'
import { argon2Hasher } from '../../src/hasher.ts'
import type { Driver, Newcomer, PersonsDevice } from '../support/driver.ts'
import type { Settings } from '../support/process.ts'
import { startTestServer } from '../support/server.ts'

/** What a scenario plays in: a real server, seen through one variant. */
export interface World {
  readonly clock: FakeClock
  readonly core: Core
  /** A device with the verbs that the variant has; a scenario asks `can` for the ones it needs. */
  readonly device: () => Required<PersonsDevice>
  /** All that somebody needs to register, under names that nobody had before. */
  readonly newcomer: () => Newcomer
  /** Somebody who has just registered. */
  readonly person: () => Promise<Newcomer>
  readonly accountId: (person: Newcomer) => Promise<number>
  /** How many passwords were compared with a real account's hash so far. */
  readonly verifications: () => number
  /** Everything that stands in the database. */
  readonly databaseText: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Limits that are not about passwords: a scenario that is about one starts a server of its own. */
const noLimits = {
  ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
  ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
}

export async function createWorld(driver: Driver, settings: Settings = {}): Promise<World> {
  const counting = countingHasher()
  const options = { ...noLimits, ...settings }
  const { server, clock, databaseText, stop } = await startTestServer(options, { hasher: counting.hasher })
  const device = () => driver.device({ url: server.url, core: server.core }) as Required<PersonsDevice>
  let people = 0
  const newcomer = () => {
    people += 1
    return { username: `person_${people}`, password: 'right123', phone: `138${String(people).padStart(8, '0')}` }
  }
  return {
    clock,
    core: server.core,
    device,
    newcomer,
    person: async () => {
      const person = newcomer()
      if ((await device().register(person)) !== 'done') throw new Error('not registered')
      return person
    },
    accountId: async ({ username, phone }) => {
      for (const who of [username, `+86${phone}`]) {
        const found = await findAccount(server.core, { who })
        if (found.kind === 'account') return found.account.id
      }
      throw new Error(`no account '${username}'`)
    },
    verifications: counting.verifications,
    databaseText,
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
