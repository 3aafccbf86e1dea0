import Database from 'better-sqlite3'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { openPostgres, openStore } from '../src/index.ts'
import type { OpenStore } from './openAt.ts'
import { freshDatabase } from './postgres.ts'
import { freshFile } from './support.ts'

/** A database of a test's own. */
export interface Place {
  /** What another process opens it by. */
  at: string
  open(): Promise<OpenStore>
  /** Looks and meddles behind the store's back; a parameter is a `?`. */
  query(statement: string, ...parameters: unknown[]): Promise<Record<string, unknown>[]>
}

/** What keeps accounts. */
export interface Engine {
  name: 'SQLite' | 'PostgreSQL'
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
      at: file,
      open: async () => openStore({ file }),
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
    onTestFinished(() => client.end())
    return {
      at: url,
      open: () => openPostgres({ url }),
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
