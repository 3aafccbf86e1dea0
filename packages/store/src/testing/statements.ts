import { drizzle, NodePgSession } from 'drizzle-orm/node-postgres'
import type { Client } from 'pg'
import type { Connection } from '../postgres/connection.ts'
import { pictureFileBlobs } from '../postgres/pictureFiles.ts'
import { storesOn } from '../postgres/stores.ts'
import { takeTurns } from '../postgres/turns.ts'

/** Every statement of the stores on PostgreSQL, as it is sent. */
export function statementsOf(client: Client): Set<string> {
  const statements = new Set<string>()
  const { prepareQuery } = NodePgSession.prototype
  NodePgSession.prototype.prepareQuery = function (this: NodePgSession<never, never>, query, ...rest) {
    statements.add(query.sql)
    return prepareQuery.call(this, query, ...rest)
  } as typeof prepareQuery
  try {
    const db = drizzle(client)
    const never = () => Promise.reject(new Error('nothing is run here'))
    const connection: Connection = {
      prepared: (build) => {
        build(db)
        return { read: never, readAll: never, change: never, write: never, along: never }
      },
    }
    storesOn(connection)
    pictureFileBlobs(connection, { now: () => 0 })
    takeTurns(db)
  } finally {
    NodePgSession.prototype.prepareQuery = prepareQuery
  }
  return statements
}

/** How PostgreSQL runs a statement whatever its parameters are. */
export async function planOf(client: Client, statement: string): Promise<string[]> {
  await client.query('set plan_cache_mode = force_generic_plan')
  return explained(client, statement, 1, () => 'null')
}

/**
 * How PostgreSQL runs a statement that has been run a few times: it has seen by then whether planning for the parameters of
 * each time pays. They are few rows, and rows from before all others.
 */
export async function usualPlanOf(client: Client, statement: string): Promise<string[]> {
  await client.query('set plan_cache_mode = auto')
  return explained(client, statement, 7, usualValue)
}

function usualValue(type: string, isLimit: boolean): string {
  if (isLimit) return '250'
  if (type.endsWith('[]')) return "'{}'"
  if (type === 'bigint' || type === 'integer') return '1'
  if (type === 'boolean') return 'true'
  return type === 'bytea' ? String.raw`'\x01'` : "'x'"
}

async function explained(
  client: Client,
  statement: string,
  times: number,
  parameter: (type: string, isLimit: boolean) => string,
): Promise<string[]> {
  await client.query(`prepare explained as ${statement}`)
  const { rows: parameters } = await client.query<{ type: string }>(
    `select unnest(parameter_types)::text as type from pg_prepared_statements where name = 'explained'`,
  )
  const values = parameters.map(({ type }, index) =>
    parameter(type, new RegExp(`limit \\$${index + 1}\\b`).test(statement)),
  )
  const list = values.length === 0 ? '' : `(${values.join(', ')})`
  let plan: string[] = []
  for (let time = 0; time < times; time += 1) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute explained${list}`)
    plan = rows.map((row) => row['QUERY PLAN'])
  }
  await client.query('deallocate explained')
  return plan
}
