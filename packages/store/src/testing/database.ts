import { Client } from 'pg'

/** A database in a cluster. */
export interface TestDatabase {
  name: string
  url: string
}

/** Makes a database, empty or a copy of another one, which nobody may be connected to. */
export async function createDatabase(cluster: string, name: string, template = 'template0'): Promise<TestDatabase> {
  await admin(cluster, `create database ${name} template ${template} encoding 'UTF8'`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  return { name, url: url.href }
}

/** Removes a database, whoever is connected to it. */
export async function dropDatabase(cluster: string, { name }: Pick<TestDatabase, 'name'>): Promise<void> {
  await admin(cluster, `drop database ${name} with (force)`)
}

/** The databases whose names begin like this. */
export async function databasesLike(cluster: string, prefix: string): Promise<string[]> {
  const rows = await admin(cluster, `select datname from pg_database where starts_with(datname, '${prefix}')`)
  return rows.map(({ datname }) => datname)
}

async function admin(cluster: string, statement: string): Promise<{ datname: string }[]> {
  const client = new Client({ connectionString: cluster })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** A number that a query gives: `count(*) from accounts`. */
export async function numberIn({ url }: Pick<TestDatabase, 'url'>, what: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<[string | null]>({ text: `select ${what}`, rowMode: 'array' })
    return Number(rows[0]?.[0])
  } finally {
    await client.end()
  }
}

/** Everything that stands in the tables of a database, bytes as their characters. */
export async function textOf({ url }: Pick<TestDatabase, 'url'>): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ tablename: string }>(
      'select tablename from pg_tables where schemaname = current_schema()',
    )
    const texts: string[] = []
    for (const { tablename } of rows) {
      const values = await client.query<unknown[]>({ text: `select * from ${tablename}`, rowMode: 'array' })
      for (const value of values.rows.flat()) {
        texts.push(Buffer.isBuffer(value) ? value.toString('latin1') : String(value))
      }
    }
    return texts.join('\n')
  } finally {
    await client.end()
  }
}
