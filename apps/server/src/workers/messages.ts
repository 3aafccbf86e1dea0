import type { Addresses } from '../addresses.ts'

/** What a worker tells the primary. */
export type FromWorker =
  /** It can be told what to do. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'listening'; readonly addresses: Addresses }
  /** It can not start, for a reason that the operator can mend. */
  | { readonly kind: 'refused'; readonly problem: string }

/** What the primary tells a worker. */
export type ToWorker =
  /** `number` is its own, from 1 to `workers`; one that is started in place of another has the other's. */
  | { readonly kind: 'start'; readonly number: number; readonly workers: number; readonly port: number }
  | { readonly kind: 'reloadWordLists' }
  | { readonly kind: 'stop' }
