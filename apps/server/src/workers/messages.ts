import type { Addresses } from '../addresses.ts'
import type { Snapshot } from '../metrics/metrics.ts'

/** What a worker tells the primary. */
export type FromWorker =
  /** It can be told what to do. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'listening'; readonly addresses: Addresses }
  /** It can not start, for a reason that the operator can mend. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Somebody reads the metrics there. */
  | { readonly kind: 'asksForMetrics'; readonly question: number }
  | { readonly kind: 'metrics'; readonly question: number; readonly snapshot: Snapshot }

/** What the primary tells a worker. */
export type ToWorker =
  /** `number` is its own, from 1 to `workers`; one that is started in place of another has the other's. */
  | { readonly kind: 'start'; readonly number: number; readonly workers: number; readonly port: number }
  | { readonly kind: 'reloadWordLists' }
  /** Another worker asks for its metrics. */
  | { readonly kind: 'tellMetrics'; readonly question: number }
  /** What the others have told; fewer, if one of them did not in time. */
  | { readonly kind: 'metricsOfOthers'; readonly question: number; readonly snapshots: readonly Snapshot[] }
  | { readonly kind: 'stop' }
