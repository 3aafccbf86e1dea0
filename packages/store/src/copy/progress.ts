import type { Position } from './end.ts'

/** The table in which a target notes how far a copy has come. */
export const progressTable = 'acct_copy'

/** Why no server opens a database that has it. */
export const unfinishedCopy = 'a copy into it is not finished: let `acct store copy` go on'

/** Why a database takes no writes. */
export const frozenForCopy = 'it is frozen for a copy: it takes no writes until `acct store thaw`'

/** How far a table has been copied. */
export interface Progress {
  readonly rows: number
  readonly last: Position | null
  readonly done: boolean
}

/** Where nothing has been copied yet. */
export const nothing: Progress = { rows: 0, last: null, done: false }
