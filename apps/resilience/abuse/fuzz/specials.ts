import { acct, type Settings } from '../../src/server.ts'
import { honestCaller } from './honest.ts'
import { born } from './people.ts'
import type { Person } from './value.ts'

/** What an operator makes of somebody. */
const deeds = [['lock'], ['set-level', '0'], ['set-level', '12'], ['set-role', 'admin']] as const

/** Accounts that only an operator can make: one locked, one of level 0, an administrator of either kind. */
export async function makeSpecials(url: string, settings: Settings, seed: number): Promise<Person[]> {
  const honest = honestCaller(url, 10, () => '10.3.0.1')
  try {
    const people: Person[] = []
    for (const index of deeds.keys()) people.push(await born(honest, 99_000_000 + (seed % 1000) * 10 + index, 0))
    const doTo = async ([deed, ...more]: readonly [string, ...string[]], person: Person | undefined) => {
      const { code, err } = await acct(['account', deed, String(person?.id), ...more], settings)
      if (code !== 0) throw new Error(`acct account ${deed}: ${err}`)
    }
    await Promise.all(deeds.map((deed, index) => doTo(deed, people[index])))
    return people
  } finally {
    honest.close()
  }
}
