import { type Seeded, seeded } from '../../src/seeded.ts'
import { accountDraws } from './accounts.ts'
import { addressDraws } from './addresses.ts'
import type { Observer } from './observe.ts'
import { type Draw, type Operation, tokenIn } from './operation.ts'
import { nobody, type State } from './state.ts'

/** A state that was reached, and the line of the ledger whose answer said so. */
interface Entry {
  readonly ledger: number
  readonly state: State
}

/** What answers a household may get. Without a fault it is `ok` every time. */
const unanswered = ['networkError', 'timeout', 'aborted', 'unavailable', 'unsent']

/** The ledger of one household: what was asked, what was answered, and so what must be there. */
export interface Household {
  /** Draws a request, sends it and keeps what the answer says. Tells the outcome. */
  readonly act: (url: string) => Promise<string>
  /**
   * Compares with what is there: all that was acknowledged must be, and what has no answer wholly or not at all. Tells the
   * first difference, and goes on from what was expected.
   */
  readonly settle: (there: Observer) => string | undefined
  /** As `settle`, for a disk as it was when the requests up to some line had been answered. Changes nothing. */
  readonly compare: (there: Observer, isAnswered: (ledger: number) => boolean) => string | undefined
  /** Whether what is there is what was there at some time. */
  readonly isPast: (there: Observer) => boolean
  readonly state: () => State
  /** Requests that were acknowledged. */
  readonly acknowledged: () => number
  /** Requests that were done, although nobody was answered. */
  readonly unheard: () => number
  /** Answers that no document lists for what was asked; empty, of a server that is well. */
  readonly surprises: readonly string[]
  /** Why there were no answers. */
  readonly causes: readonly string[]
}

export interface HouseholdOptions {
  /** Its number: no two have the same. */
  readonly number: number
  readonly seed: number
  readonly celebrities: readonly number[]
  /** The next line of the ledger that all households share. */
  readonly nextLine: () => number
  /** Told the kind of each request that was acknowledged. */
  readonly note: (kind: string) => void
}

const draws: readonly Draw[] = [...accountDraws, ...addressDraws]
const phonesEach = 4

/** A household without anybody yet. */
export function createHousehold({ number, seed, celebrities, nextLine, note }: HouseholdOptions): Household {
  const random: Seeded = seeded(seed + number * 7919)
  const phones = Array.from(
    { length: phonesEach },
    (_, nth) => `+86138${String(number * phonesEach + nth).padStart(8, '0')}`,
  )
  const names = new Set<string>(phones)
  const ids = new Map<string, number>()
  const history: Entry[] = [{ ledger: 0, state: nobody }]
  const surprises: string[] = []
  const causes: string[] = []
  let freshTexts = 0
  let state = nobody
  let acknowledged = 0
  let unheardOf = 0
  let open: { operation: Operation; ledger: number } | undefined

  const reach = (next: State, ledger: number) => {
    state = next
    for (const name of Object.keys(next.people)) names.add(name)
    // Whoever comes back by the same number is another account.
    for (const name of ids.keys()) if (next.people[name] === undefined) ids.delete(name)
    history.push({ ledger, state })
  }

  const scene = (url: string) => {
    const fresh = (prefix: string) => {
      freshTexts += 1
      return `${prefix}_${number}_${String(freshTexts).padStart(5, '0')}`
    }
    return { url, state, random, fresh, phones, ids, celebrities }
  }

  const draw = (url: string): Operation => {
    for (;;) {
      const operation = random.one(draws)(scene(url))
      if (operation !== undefined) return operation
    }
  }

  return {
    act: async (url) => {
      const operation = draw(url)
      const ledger = nextLine()
      // Whoever it makes is looked for from now on, also where the answer never comes.
      for (const name of Object.keys(operation.done(undefined).people)) names.add(name)
      open = { operation, ledger }
      const heard = await operation.send(ledger)
      if (unanswered.includes(heard.outcome)) {
        if (heard.cause !== undefined) causes.push(reasonOf(heard.cause))
        return heard.outcome
      }
      open = undefined
      if (heard.outcome !== 'ok') {
        surprises.push(`${operation.name} was answered ${heard.outcome}`)
        return heard.outcome
      }
      acknowledged += 1
      note(operation.name)
      reach(operation.done(tokenIn(heard)), ledger)
      return heard.outcome
    },
    settle: (there) => {
      for (const name of Object.keys(state.people)) {
        const id = there.idOf(name)
        if (id !== undefined) ids.set(name, id)
      }
      const before = there.difference(state, names, phones)
      if (open === undefined) return before
      const { operation, ledger } = open
      open = undefined
      if (before === undefined) return undefined
      const unheard = operation.done(undefined)
      const after = there.difference(unheard, names, phones)
      if (after !== undefined)
        return `after an unanswered ${operation.name}: neither as before (${before}) nor done (${after})`
      reach(unheard, ledger)
      unheardOf += 1
      return undefined
    },
    compare: (there, isAnswered) => {
      const last = history.findLastIndex((entry) => entry.ledger === 0 || isAnswered(entry.ledger))
      const [must, may] = [history[last], history[last + 1]]
      if (must === undefined) return 'its ledger is empty'
      const missing = there.difference(must.state, names, phones)
      if (missing === undefined || may === undefined) return missing
      const ahead = there.difference(may.state, names, phones)
      return ahead && `neither at line ${must.ledger} (${missing}) nor at ${may.ledger} (${ahead})`
    },
    isPast: (there) =>
      history.findLast((entry) => there.difference(entry.state, names, phones) === undefined) !== undefined,
    state: () => state,
    acknowledged: () => acknowledged,
    unheard: () => unheardOf,
    surprises,
    causes,
  }
}

/** What the platform says of a request without an answer: its own error hides the one that tells why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${reasonOf(error.cause)}`
}
