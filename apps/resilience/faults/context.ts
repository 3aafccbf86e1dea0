import type { Scenario } from '../src/report.ts'

/** What every scenario is told. */
export interface Context {
  /** Whether the long form was asked for: the full numbers. */
  readonly long: boolean
  readonly seed: number
}

/** One of the suite's scenarios. */
export type FaultScenario = Scenario<Context>
