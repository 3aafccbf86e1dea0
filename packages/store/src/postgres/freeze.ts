import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Client, DatabaseError, escapeIdentifier } from 'pg'
import { StoreRefused } from '../refused.ts'

// A frozen database takes no writes: PostgreSQL itself has every connection to it begin read-only, and those that were there
// before are ended. So no request asks whether it is, and no program can forget to. What says that it was us, and which
// time, is a row in `turns`, where otherwise no row is ever seen.

const prefix = 'frozen '

/** By what name the database is frozen; undefined while it takes writes. */
export async function frozenMark(client: Client): Promise<string | undefined> {
  const ours = await client.query("select 1 where to_regclass('turns') is not null")
  if (ours.rowCount === 0) return undefined
  const { rows } = await client.query<{ name: string }>('select name from turns where starts_with(name, $1)', [prefix])
  return rows[0]?.name.slice(prefix.length)
}

/** Freezes it and tells by what name; one that is frozen stays so. Throws `StoreRefused` where the user may not. */
export async function freeze(client: Client, name: string): Promise<string> {
  await client.query('set default_transaction_read_only = off')
  // First what may be refused, then the mark.
  await alterDatabase(client, name, 'set default_transaction_read_only = on')
  let mark = await frozenMark(client)
  if (mark === undefined) {
    mark = randomBytes(8).toString('hex')
    await client.query('insert into turns (name) values ($1)', [prefix + mark])
  }
  await endOthers(client, name)
  return mark
}

/** Lets it take writes again; false if it did. */
export async function thaw(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ mode: string }>(
    `select current_setting('default_transaction_read_only') as mode`,
  )
  const isFrozen = rows[0]?.mode === 'on' || (await frozenMark(client)) !== undefined
  if (!isFrozen) return false
  await client.query('set default_transaction_read_only = off')
  // The mark first: once something may be written, no copy goes on that was made of what was there before.
  await client.query('delete from turns where starts_with(name, $1)', [prefix])
  await alterDatabase(client, name, 'reset default_transaction_read_only')
  await endOthers(client, name)
  return true
}

async function alterDatabase(client: Client, name: string, change: string): Promise<void> {
  const { rows } = await client.query<{ database: string }>('select current_database() as database')
  try {
    await client.query(`alter database ${escapeIdentifier(rows[0]?.database ?? '')} ${change}`)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
    throw new StoreRefused(name, 'only its owner can freeze and thaw it')
  }
}

const pause = 20
const patience = 10_000
/** A connection that was just being made then shows itself a little later. */
const calmLooks = 5

/** Ends every connection that began before now, and waits until none of them is left: what they did is done or undone. */
async function endOthers(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now')
  const before = rows[0]?.now
  let calm = 0
  for (let waited = 0; calm < calmLooks; waited += pause) {
    if (waited > patience) throw new StoreRefused(name, 'connections to it are not to be ended: they may still write')
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
         and backend_start < $1::timestamptz`,
      [before],
    )
    calm = rowCount === 0 ? calm + 1 : 0
    await setTimeout(pause)
  }
}
