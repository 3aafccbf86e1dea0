import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { count, engines, type Place } from './engines.ts'
import type { OpenStore } from './openAt.ts'
import { startProcess } from './process.ts'
import { hashOf, type Prize, type Race, races } from './races.ts'
import { rounds } from './rounds.ts'

const racers = 100

type Tries = (place: Place, name: string, prize: Prize, indices: number[]) => Promise<string[]>

/** Another process: it opens the same database and tries as often. */
function another(): { tries: Tries; end(): Promise<void> } {
  const child = startProcess(new URL('racer.ts', import.meta.url))
  const { stdin, stdout } = child
  if (stdin === null || stdout === null) throw new Error('no input or output')
  const lines = createInterface(stdout)[Symbol.asyncIterator]()
  return {
    tries: async ({ at }, name, prize, indices) => {
      stdin.write(`${JSON.stringify({ at, name, prize, indices })}\n`)
      return JSON.parse((await lines.next()).value ?? 'null')
    },
    end: async () => {
      const ended = once(child, 'close')
      stdin.end()
      await ended
    },
  }
}

/** Two processes race, each with half of the racers; what was seen must be what the race says. */
async function raceOnce(name: string, race: Race, place: Place, { stores }: OpenStore, elsewhere: Tries) {
  const prize = await race.prepare(stores)
  const half = (from: number) => Array.from({ length: racers / 2 }, (_, index) => 2 * index + from)
  const there = elsewhere(place, name, prize, half(1))
  const here = await Promise.all(half(0).map((index) => race.run(stores, prize, index)))
  const outcomes = [...here, ...(await there)]
  expect(outcomes).toHaveLength(racers)
  const won: Record<string, number> = {}
  for (const outcome of outcomes) {
    if (outcome in race.winners) won[outcome] = (won[outcome] ?? 0) + 1
    else expect(race.losers).toContain(outcome)
  }
  expect(won).toEqual(race.winners)
  return prize
}

// What must be true of a database after some of the races, besides who won.
const afterwards: Record<string, (place: Place, prize: Prize, store: OpenStore) => Promise<void>> = {
  'refreshing and logging out': async (place, { key }, { stores }) => {
    expect(await count(place, 'tokens')).toBe(0)
    for (let index = 0; index < racers; index += 1) {
      expect(await stores.sessions.findByToken('access', hashOf(`${key} ${index}`), 0)).toBeUndefined()
    }
  },
  'dropping out and logging in': async (place, { accountId }) => {
    expect(await count(place, `sessions where account_id = ${accountId}`)).toBe(0)
  },
  'changing a password and logging in with the old one': async (place, { accountId }) => {
    expect(await count(place, `sessions where account_id = ${accountId}`)).toBe(1)
  },
  'the last allowed change of a number': async (place, { accountId }) => {
    expect(await count(place, `phone_changes where account_id = ${accountId}`)).toBe(1)
  },
  'the 50th group': async (place, { accountId }) => {
    expect(await count(place, `follow_groups where account_id = ${accountId}`)).toBe(50)
  },
  'asking for a code': async (place, { key }) => {
    expect(await count(place, `messages where to_key = '${key}'`)).toBe(1)
  },
}

describe.each(engines)(`on $name, of ${racers} in two processes, ${rounds} rounds:`, ({ fresh }) => {
  let elsewhere: ReturnType<typeof another>
  beforeAll(() => {
    elsewhere = another()
  })
  afterAll(() => elsewhere.end())

  test.each(Object.entries(races))('%s', { timeout: 60_000 + 10_000 * rounds }, async (name, race) => {
    const place = await fresh()
    const store = await place.open()
    // Nobody wins this one: it opens the other process's store, so that all begin at once from the first round on.
    await elsewhere.tries(place, name, { key: '', accountId: 0, session: { id: 0, accountId: 0 } }, [])
    for (let round = 0; round < rounds; round += 1) {
      const prize = await raceOnce(name, race, place, store, elsewhere.tries)
      await afterwards[name]?.(place, prize, store)
    }
    await store.close()
  })
})
