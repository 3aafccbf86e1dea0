import { sessionToken } from '@acct/sdk'
import { createClient } from '@acct/sdk/community'
import { createHousehold, type Household } from './household.ts'
import type { Observer, Totals } from './observe.ts'

/** Every household that ever was, with those who act now. */
export interface Town {
  /**
   * Lets each acting household act again and again until this says so, or its server answers no more. `lives` says which of
   * their places are meant, all if it is left out. Resolves with the outcomes that ended it for those whose server did not answer.
   */
  readonly live: (url: string, isOver: () => boolean, lives?: (place: number) => boolean) => Promise<readonly string[]>
  /** Requests that were acknowledged so far. */
  readonly acknowledged: () => number
  /** Requests that were done, as `settle` has found, although nobody was answered. */
  readonly unheard: () => number
  /** How often each kind of request was acknowledged so far. */
  readonly kinds: ReadonlyMap<string, number>
  /** How often each outcome came so far. */
  readonly outcomes: ReadonlyMap<string, number>
  /** Compares every household with what is there, and all of them together. Tells the differences. */
  readonly settle: (there: Observer) => string[]
  /** As `settle`, for a disk as it was when the requests up to some line had been answered. Changes nothing. */
  readonly compare: (there: Observer, isAnswered: (ledger: number) => boolean) => string[]
  /** The session of somebody famous, to read with: the ledger says nothing of their profile. */
  readonly token: string
  /** Households in which it is neither as it is now nor as it ever was. */
  readonly strange: (there: Observer) => number
  /** Answers that no document lists for what was asked. */
  readonly surprises: () => string[]
  /** Why there were no answers. */
  readonly causes: () => string[]
}

const famous = 5
/** After so many acknowledged requests a household only has to last, and another one acts in its place. */
const activeFor = 400

/** Registers accounts to be followed, and gathers households around them; nobody acts yet. */
export async function foundTown(url: string, { seed, acting }: { seed: number; acting: number }): Promise<Town> {
  const signedUp = await Promise.all(Array.from({ length: famous }, (_, nth) => celebrity(url, nth)))
  const celebrities = signedUp.map(({ id }) => id)
  const token = signedUp[0]?.token ?? ''
  const kinds = new Map<string, number>()
  let line = 0
  let founded = 0
  const found = () => {
    founded += 1
    return createHousehold({
      number: founded,
      seed,
      celebrities,
      nextLine: () => ++line,
      note: (kind) => add(kinds, kind),
    })
  }
  const all: Household[] = []
  const active: Household[] = Array.from({ length: acting }, found)
  all.push(...active)
  const outcomes = new Map<string, number>()
  const add = (counts: Map<string, number>, what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)

  const liveAt = async (place: number, url: string, isOver: () => boolean): Promise<readonly string[]> => {
    while (!isOver()) {
      let household = active[place]
      if (household === undefined || household.acknowledged() >= activeFor) {
        household = found()
        active[place] = household
        all.push(household)
      }
      const outcome = await household.act(url)
      add(outcomes, outcome)
      // What became of it is not known before somebody looks.
      if (outcome !== 'ok') return [outcome]
    }
    return []
  }

  return {
    live: async (url, isOver, lives = () => true) => {
      const places = active.map((_, place) => place).filter(lives)
      return (await Promise.all(places.map((place) => liveAt(place, url, isOver)))).flat()
    },
    acknowledged: () => sum(all.map((household) => household.acknowledged())),
    unheard: () => sum(all.map((household) => household.unheard())),
    kinds,
    outcomes,
    settle: (there) => {
      const differences = all.map((household) => household.settle(there)).filter((found) => found !== undefined)
      return differences.length > 0
        ? differences
        : totalDifferences(there.totals(), expectedTotals(all), there.orphans())
    },
    compare: (there, isAnswered) => {
      const differences = all
        .map((household) => household.compare(there, isAnswered))
        .filter((found) => found !== undefined)
      const orphans = there.orphans()
      return orphans === 0 ? differences : [...differences, `${orphans} rows refer to nothing`]
    },
    strange: (there) => all.filter((household) => !household.isPast(there)).length,
    token,
    surprises: () => all.flatMap((household) => household.surprises),
    causes: () => all.flatMap((household) => household.causes),
  }
}

async function celebrity(url: string, nth: number): Promise<{ id: number; token: string }> {
  const options = { baseUrl: `${url}/community` }
  const answer = await createClient(options).signup({ username: `famous_${nth}`, passwd: 'everybody' })
  const token = answer.outcome === 'ok' ? sessionToken(answer.headers) : undefined
  if (token === undefined) throw new Error(`nobody can sign up: ${answer.outcome}`)
  const own = await createClient({ ...options, token }).getOwnInfo({})
  if (own.outcome !== 'ok') throw new Error(`nobody can see themselves: ${own.outcome}`)
  return { id: own.body.userid, token }
}

/** What households say there is, and the famous, each with the session of their registration. */
function expectedTotals(all: readonly Household[]): Totals {
  const people = all.flatMap((household) => Object.values(household.state().people))
  const sessions = people.map((person) => Object.keys(person.sessions).length + person.strangers.length)
  return {
    accounts: people.length + famous,
    sessions: sum(sessions) + famous,
    follows: sum(people.map((person) => Object.keys(person.follows).length)),
  }
}

function totalDifferences(seen: Totals, expected: Totals, orphans: number): string[] {
  const names = ['accounts', 'sessions', 'follows'] as const
  const wrong = names.filter((name) => seen[name] !== expected[name])
  const differences = wrong.map((name) => `in all ${seen[name]} ${name} and not ${expected[name]}`)
  return orphans === 0 ? differences : [...differences, `${orphans} rows refer to nothing`]
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
