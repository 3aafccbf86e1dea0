import type { Row } from '../../src/report.ts'
import type { Seeded } from '../../src/seeded.ts'
import type { ServingProcess } from '../../src/server.ts'
import type { Context } from '../context.ts'
import type { Town } from '../household/town.ts'
import type { PostgresPlace } from '../place.ts'

/** What a step finds, and leaves so that the next one finds it: all well, nobody acting, the ledger settled. */
interface Trial extends Pick<Context, 'long' | 'tell'> {
  readonly place: PostgresPlace
  readonly server: ServingProcess
  readonly town: Town
  readonly random: Seeded
}

/** One kind of trouble that PostgreSQL makes for the server. */
export type Step = (trial: Trial) => Promise<readonly Row[]>

/** Outcomes after which nobody knows yet whether it was done: the documented one, and where the code was not to be had. */
export const isNoAnswer = (outcome: string) => outcome === 'unavailable' || outcome === 'unsent'
