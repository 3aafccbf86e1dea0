import { type ClientConfig, Pool } from 'pg'

/** How long things may take, in milliseconds. */
const limits = {
  /** Waiting for a connection, be it one of the pool's or a new one. */
  connect: 5000,
  statement: 5000,
  lock: 4000,
  /** A transaction in which nothing goes on: its program hangs, and must not keep what it locked. */
  idleInTransaction: 10_000,
  /** Until an answer to a statement is given up: the way to the server is gone, and nobody has said so. */
  answer: 8000,
}

/** How a connection to a database is made. */
export function clientConfig(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: 'acct',
    connectionTimeoutMillis: limits.connect,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    keepAlive: true,
    pipeline: true,
  }
}

/** Makes a pool of up to so many connections, each made when it is needed first. */
export function createPool(url: string, size: number, connectTimeout = limits.connect): Pool {
  const pool = new Pool({
    ...clientConfig(url),
    connectionTimeoutMillis: connectTimeout,
    query_timeout: limits.answer,
    max: size,
    // Making one costs more than keeping it.
    idleTimeoutMillis: 300_000,
  })
  // A connection that goes while nobody uses it is left out from then on; one that goes under a step is told by the step's
  // statement. Unheard, either would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}
