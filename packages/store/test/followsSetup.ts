import { addFollowGroup, createAccount, signInWithPassword } from '@acct/core'
import { testCore } from '@acct/core/testing'
import type Database from 'better-sqlite3'
import { freshFile, openWithClient } from './support.ts'

const password = 'Right_1'

/** A store and somebody who is signed in and has a group. */
export async function withStar() {
  const file = freshFile()
  const { store, client } = openWithClient(file)
  const core = testCore(store.stores)
  await createAccount(core, { username: 'star', password })
  const outcome = await signInWithPassword(core, { identifier: 'star', password })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  const { session } = outcome.session
  await addFollowGroup(core, { session, name: 'group' })
  return { core, store, client, file, session, star: session.accountId }
}

/** Puts so many accounts into a database, by the shortest way, and tells their ids. Those of odd index show their follows. */
export function fill(client: Database.Database, count: number): number[] {
  const insert = client.prepare(
    `insert into accounts (id, username, username_key, role, level, created_at, shows_follows)
     values (?, ?, ?, 'normal_user', 0, 0, ?)`,
  )
  const ids = Array.from({ length: count }, (_, index) => 1_000_000 + ((index * 7919) % 1_000_003))
  client.transaction(() => {
    for (const [index, id] of ids.entries()) insert.run(id, `u${id}`, `u${id}`, index % 2)
  })()
  return ids
}

/** Edges that the store's step would have made, one after another. */
export function connect(client: Database.Database, edges: { from: number; to: number; group?: string }[]): void {
  const insert = client.prepare(
    `insert into follows (follower_id, followee_id, group_name, placed, shown)
     values (@from, @to, @group, (select coalesce(max(placed), 0) + 1 from follows where follower_id = @from),
             (select shows_follows from accounts where id = @from))`,
  )
  client.transaction(() => {
    for (const { from, to, group = 'default' } of edges) insert.run({ from, to, group })
  })()
}

/** How many rows fulfil a condition. */
export function count(client: Database.Database, what: string): number {
  return Number(client.prepare(`select count(*) from ${what}`).pluck().get())
}

/** The moment when nothing is left to be settled in the background. */
export async function settled(client: Database.Database): Promise<void> {
  while (count(client, 'unsettled_follows') > 0) await new Promise((resolve) => setImmediate(resolve))
}
