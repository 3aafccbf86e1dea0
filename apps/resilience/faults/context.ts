import type { Scenario } from '../src/report.ts'

/** What every scenario is told. */
export interface Context {
  /** Whether the long form was asked for: the full numbers. */
  readonly long: boolean
  readonly seed: number
  /** Says in the long form, on stderr, how far a scenario is: its rows come only once it is over. */
  readonly tell: (progress: string) => void
}

/** One of the suite's scenarios. */
export type FaultScenario = Scenario<Context>
