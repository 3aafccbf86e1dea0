import { Unavailable } from '@acct/core'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import { alongside } from '../alongside.ts'
import { isBroken, unavailable, wasCutOff, wasRolledBack, wasSilent } from './failures.ts'
import { type Turns, takeTurns } from './turns.ts'

/** For building the statements of one connection. */
export type Db = NodePgDatabase

/** What a step returns to be taken back and run again: it met another one that has changed what it had read. */
export const again = Symbol('again')

/** How a step is written. */
interface Writing<T> {
  /** Of what no other step that names it is under way meanwhile. */
  inTurn?: readonly string[]
  /** Whether what the step wrote stays, by its outcome; left out, it always does. */
  holds?: (outcome: T) => boolean
}

/** The ways to run steps with statements that are prepared on each connection. */
interface Steps<Statements> {
  /** Runs one statement that only reads. */
  read<T>(step: (statements: Statements) => Promise<T>): Promise<T>
  /** Runs several that only read: all see the database as it was at one moment. */
  readAll<T>(step: (statements: Statements) => Promise<T>): Promise<T>
  /** Runs one statement that writes, which is a transaction by itself. */
  change<T>(step: (statements: Statements) => Promise<T>): Promise<T>
  /** Runs a step as one transaction, at READ COMMITTED: each statement sees what was committed before it began. */
  write<T>(step: (statements: Statements) => Promise<T | typeof again>, how?: Writing<T>): Promise<T>
  /** Calls a store's method that is one `write` or `change`, and has `more` written with its step, by the step's outcome. */
  along<T>(more: (statements: Statements, outcome: unknown) => Promise<unknown>, method: () => Promise<T>): Promise<T>
}

/** A database that is open. */
export interface Connection {
  /** Statements that are built when a connection first needs them. */
  prepared<Statements>(build: (db: Db) => Statements): Steps<Statements>
}

/** What is written along with a step. */
type More = (client: PoolClient, outcome: unknown) => Promise<unknown>

type RunStep<Statements> = <T>(
  step: (statements: Statements) => Promise<T | typeof again>,
  how: Writing<T>,
  more: More | undefined,
) => Promise<T>

// Each time the other step has got on, so nobody comes here again and again but for a fault of ours.
const mostRuns = 20

/** Wraps a pool. */
export function connection(pool: Pool): Connection {
  const builders = new WeakMap<PoolClient, Db>()
  const dbOf = (client: PoolClient) => remembered(builders, client, () => drizzle(client))
  const turns = new WeakMap<PoolClient, Turns>()
  const turnsOf = (client: PoolClient) => remembered(turns, client, () => takeTurns(dbOf(client)))
  const { call, take } = alongside<More>()
  return { prepared: (build) => steps(build) }

  function steps<Statements>(build: (db: Db) => Statements): Steps<Statements> {
    const kept = new WeakMap<PoolClient, Statements>()
    const of = (client: PoolClient) => remembered(kept, client, () => build(dbOf(client)))
    const run: RunStep<Statements> = async (step, how, more) => {
      for (let runs = 0; runs < mostRuns; runs += 1) {
        const outcome = await retried((client) => transaction(client, () => step(of(client)), how, more), wasCutOff)
        if (outcome !== again) return outcome
      }
      throw new Unavailable('others were always faster', { retryAfter: 1 })
    }
    return {
      read: (step) => retried((client) => step(of(client)), wasCutOff),
      readAll: (step) => retried((client) => snapshot(client, () => step(of(client))), wasCutOff),
      // What was cut off may have happened.
      change: async (step) => {
        const more = take()
        if (more !== undefined) return run(step, {}, more)
        return retried(
          (client) => step(of(client)),
          () => false,
        )
      },
      write: (step, how = {}) => run(step, how, take()),
      along: (more, method) => call((client, outcome) => more(of(client), outcome), method),
    }
  }

  /** Runs something on a connection; once more, on another one, where the first time certainly left nothing. */
  async function retried<T>(
    run: (client: PoolClient) => Promise<T>,
    mayRepeat: (error: unknown) => boolean,
  ): Promise<T> {
    try {
      return await onClient(connect, run)
    } catch (error) {
      if (!wasRolledBack(error) && !mayRepeat(error)) throw unavailable(error)
    }
    try {
      return await onClient(connectAlive, run)
    } catch (error) {
      throw unavailable(error)
    }
  }

  async function onClient<T>(take: () => Promise<PoolClient>, run: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await take()
    try {
      const result = await run(client)
      client.release()
      return result
    } catch (error) {
      client.release(isBroken(error) || error instanceof Unavailable)
      throw error
    }
  }

  /** A connection that answers: where one went the others often did too, and the pool has not been told yet. */
  async function connectAlive(): Promise<PoolClient> {
    for (let tries = 0; tries <= pool.options.max; tries += 1) {
      const client = await connect()
      try {
        await client.query('select')
        return client
      } catch (error) {
        client.release(true)
        if (wasSilent(error)) throw error
      }
    }
    throw new Unavailable('no connection to the database lasts', { retryAfter: 5 })
  }

  async function connect(): Promise<PoolClient> {
    try {
      return await pool.connect()
    } catch (cause) {
      // Not tried again: whoever has waited for one has waited long enough.
      throw new Unavailable('no connection to the database is to be had', { retryAfter: 5, cause })
    }
  }

  async function transaction<T>(
    client: PoolClient,
    step: () => Promise<T | typeof again>,
    { inTurn = [], holds }: Writing<T>,
    more: More | undefined,
  ): Promise<T | typeof again> {
    const { take, leave } = turnsOf(client)
    try {
      // Sent together, as far as the driver goes: the way to the server costs more than what is done there.
      await allOf(client.query('begin'), inTurn.length > 0 && take(inTurn))
      const outcome = await step()
      if (outcome === again || holds?.(outcome) === false) await client.query('rollback')
      else await allOf(inTurn.length > 0 && leave(inTurn), more?.(client, outcome), commit(client))
      return outcome
    } catch (error) {
      if (!isBroken(error) && !(error instanceof Unavailable)) await client.query('rollback')
      throw error
    }
  }
}

/** The end of all, and the first error of one. */
async function allOf(...under: unknown[]): Promise<void> {
  for (const end of await Promise.allSettled(under)) if (end.status === 'rejected') throw end.reason
}

async function commit(client: PoolClient): Promise<void> {
  try {
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('a step went on after one of its statements had failed')
  } catch (error) {
    if (!isBroken(error)) throw error
    // It may have happened: running the step again could do it twice.
    throw new Unavailable('the connection went while the database was to commit', { retryAfter: 5, cause: error })
  }
}

async function snapshot<T>(client: PoolClient, step: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read, read only')
  try {
    const outcome = await step()
    await client.query('commit')
    return outcome
  } catch (error) {
    if (!isBroken(error)) await client.query('rollback')
    throw error
  }
}

function remembered<Key extends object, Value>(values: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key)
  if (known !== undefined) return known
  const made = make()
  values.set(key, made)
  return made
}
