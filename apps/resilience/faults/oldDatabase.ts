import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Where the store keeps the history of its schema, beside what is built of it. */
const migrations = new URL('../migrations/', import.meta.resolve('@acct/store'))

const { entries } = JSON.parse(readFileSync(new URL('meta/_journal.json', migrations), 'utf8')) as {
  entries: { tag: string; when: number }[]
}

/** How many migrations there are. */
export const known = entries.length

/** Makes the database of a program that knew only the first of the migrations, with accounts in it. */
export function makeOldDatabase(file: string, { applied, accounts }: { applied: number; accounts: number }): void {
  const client = new Database(file)
  client.pragma('journal_mode = wal')
  // "acct" in ASCII: what makes a file ours.
  client.pragma(`application_id = ${0x61636374}`)
  client.exec(
    'create table __drizzle_migrations (id integer primary key autoincrement, hash text not null, created_at numeric)',
  )
  for (const { tag, when } of entries.slice(0, applied)) {
    const statements = readFileSync(new URL(`${tag}.sql`, migrations), 'utf8').split('--> statement-breakpoint')
    for (const statement of statements) client.exec(statement)
    const hash = createHash('sha256').update(statements.join('')).digest('hex')
    client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, when)
  }
  const insert = client.prepare(
    "insert into accounts (id, username, username_key, nickname, role, level, created_at) values (?, ?, ?, ?, 'normal_user', 0, 0)",
  )
  client.transaction(() => {
    for (let id = 1; id <= accounts; id += 1) insert.run(id, `User_${id}`, `user_${id}`, `No. ${id}`)
  })()
  client.close()
}

/** The accounts that `makeOldDatabase` made, as they are now, and how many migrations were applied. */
export function readBack(file: string): { accounts: string; applied: number } {
  const client = new Database(file, { readonly: true })
  try {
    const rows = client
      .prepare('select id, username, username_key, nickname, role, level from accounts order by id')
      .raw()
      .all()
    const applied = client.prepare('select count(*) from __drizzle_migrations').pluck().get()
    return { accounts: JSON.stringify(rows), applied: Number(applied) }
  } finally {
    client.close()
  }
}
