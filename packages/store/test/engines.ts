import Database from 'better-sqlite3'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { openPostgres, openStore } from '../src/index.ts'
import type { OpenStore } from './openAt.ts'
import { freshDatabase } from './postgres.ts'
import { freshFile } from './support.ts'
import { unhurried } from './unhurried.ts'

/** A database of a test's own. */
export interface Place {
  name: 'SQLite' | 'PostgreSQL'
  /** What another process opens it by. */
  at: string
  open(): Promise<OpenStore>
  /** Looks and meddles behind the store's back; a parameter is a `?`. */
  query(statement: string, ...parameters: unknown[]): Promise<Record<string, unknown>[]>
  /** Has every `insert on sessions` (or the like) fail "in the middle" while a condition holds, until it is mended. */
  fail(event: string, condition?: string): Promise<{ mend(): Promise<void> }>
}

/** What keeps accounts. */
export interface Engine {
  name: Place['name']
  fresh(): Promise<Place>
}

const sqlite: Engine = {
  name: 'SQLite',
  fresh: async () => {
    const file = freshFile()
    openStore({ file }).close()
    const client = new Database(file)
    onTestFinished(() => void client.close())
    return {
      name: 'SQLite',
      at: file,
      open: async () => openStore({ file }),
      fail: async (event, condition = 'true') => {
        client.exec(`create trigger failing before ${event} when ${condition}
          begin select raise(abort, 'in the middle'); end`)
        return { mend: async () => void client.exec('drop trigger failing') }
      },
      query: async (statement, ...parameters) => {
        const prepared = client.prepare(statement)
        if (prepared.reader) return prepared.all(...parameters) as Record<string, unknown>[]
        prepared.run(...parameters)
        return []
      },
    }
  },
}

const postgres: Engine = {
  name: 'PostgreSQL',
  fresh: async () => {
    const { url } = await freshDatabase()
    const client = new Client({ connectionString: url })
    await client.connect()
    onTestFinished(async () => {
      await client.query('drop function if exists failing cascade')
      await client.end()
    })
    return {
      name: 'PostgreSQL',
      at: url,
      open: () => openPostgres({ url, connectTimeout: unhurried }),
      fail: async (event, condition = 'true') => {
        await client.query(`create function failing() returns trigger language plpgsql as $$ begin
            if ${condition} then raise exception 'in the middle'; end if;
            return coalesce(new, old);
          end $$;
          create trigger failing before ${event} for each row execute function failing()`)
        return { mend: async () => void (await client.query('drop function failing cascade')) }
      },
      query: async (statement, ...parameters) => {
        let count = 0
        const numbered = statement.replace(/\?/g, () => `$${++count}`)
        return (await client.query(numbered, parameters)).rows
      },
    }
  },
}

/** All of them: what a store must keep true, it must on each. */
export const engines: readonly Engine[] = [sqlite, postgres]

/** How many rows fulfil a condition. */
export async function count({ query }: Place, what: string): Promise<number> {
  const [row] = await query(`select count(*) as rows from ${what}`)
  return Number(row?.rows)
}
