/** A request to be sent, as plain data: it travels to the process that makes the load. */
export interface Ask {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

interface Target {
  /** Where the server listens. */
  readonly url: string
  readonly asks: readonly Ask[]
  /** What every right answer has in its body: the documents answer many failures with status 200. */
  readonly contains: string
}

/** As many requests as the server answers: each connection sends its next one when the last is answered. */
export interface FloodJob extends Target {
  readonly kind: 'flood'
  readonly connections: number
  /** Whole ones. */
  readonly seconds: number
}

/** Requests at a steady pace, whether the earlier ones are answered or not. */
export interface PaceJob extends Target {
  readonly kind: 'pace'
  readonly perSecond: number
  readonly seconds: number
}

/** So many clients at once, each asking again as soon as it is answered, until the time is over or `cease` is said. */
export interface CrowdJob extends Target {
  readonly kind: 'crowd'
  readonly clients: number
  /** 0: each client asks once. */
  readonly seconds: number
}

/** Calls by the SDK and by bare `fetch`, in blocks by turns, one call at a time. */
export interface CallsJob {
  readonly kind: 'calls'
  readonly url: string
  readonly token: string
  readonly blocks: number
  readonly callsInBlock: number
}

interface Done {
  /** How much of its core the load generator took, this process included. */
  readonly share: number
}

export interface Flooded extends Done {
  /** Right answers in a second. */
  readonly rate: number
  readonly answers: number
  /** Answers that were missing or wrong. */
  readonly failures: number
  /** How long it went on. */
  readonly seconds: number
}

export interface Paced extends Done {
  /** Milliseconds from when each request was due, so that a late sender hides nothing. */
  readonly p50: number
  readonly p99: number
  readonly answers: number
  readonly failures: number
}

export interface Crowded extends Done {
  /** Right answers in a second. */
  readonly rate: number
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
  /** The longest that an answer of each status took, in milliseconds. */
  readonly longest: Readonly<Record<string, number>>
  /** Answers with a status of success that were wrong. */
  readonly wrong: number
}

/** The median call of each block, in milliseconds. */
export interface Called extends Done {
  readonly sdk: readonly number[]
  readonly bare: readonly number[]
}

export interface Results {
  readonly flood: Flooded
  readonly pace: Paced
  readonly crowd: Crowded
  readonly calls: Called
}

export type Job = FloodJob | PaceJob | CrowdJob | CallsJob
