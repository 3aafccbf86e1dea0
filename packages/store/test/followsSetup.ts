import { addFollowGroup, createAccount, signInWithPassword } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { count, type Engine, type Place } from './engines.ts'

const password = 'Right_1'

/** A store and somebody who is signed in and has a group. */
export async function withStar({ fresh }: Engine) {
  const place = await fresh()
  const store = await place.open()
  const core = testCore(store.stores)
  await createAccount(core, { username: 'star', password })
  const outcome = await signInWithPassword(core, { identifier: 'star', password })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  const { session } = outcome.session
  await addFollowGroup(core, { session, name: 'group' })
  return { core, store, place, session, star: session.accountId }
}

/** Puts so many accounts into a database, by the shortest way, and tells their ids. Those of odd index show their follows. */
export async function fill(place: Place, count: number): Promise<number[]> {
  const ids = Array.from({ length: count }, (_, index) => 1_000_000 + ((index * 7919) % 1_000_003))
  const rows = ids.map((id, index) => `(${id}, 'u${id}', 'u${id}', 'normal_user', 0, 0, ${index % 2 === 1})`)
  await insert(place, 'accounts (id, username, username_key, role, level, created_at, shows_follows)', rows)
  return ids
}

/** Edges that the store's step would have made, one after another. */
export async function connect(place: Place, edges: { from: number; to: number; group?: string }[]): Promise<void> {
  const showing = new Set(
    (await place.query('select id from accounts where shows_follows')).map(({ id }) => Number(id)),
  )
  const placed = new Map<number, number>()
  const came = new Map<number, number>()
  const next = (counts: Map<number, number>, id: number) => {
    counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts.get(id)
  }
  const rows = edges.map(({ from, to, group = 'default' }) => {
    const order = place.name === 'PostgreSQL' ? `, ${next(came, to)}` : ''
    return `(${from}, ${to}, '${group}', ${next(placed, from)}, ${showing.has(from)}${order})`
  })
  const order = place.name === 'PostgreSQL' ? ', came' : ''
  await insert(place, `follows (follower_id, followee_id, group_name, placed, shown${order})`, rows)
}

async function insert({ query }: Place, into: string, rows: string[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    await query(`insert into ${into} values ${rows.slice(from, from + 1000).join(', ')}`)
  }
}

/** The moment when nothing is left to be settled in the background. */
export async function settled(place: Place): Promise<void> {
  while ((await count(place, 'unsettled_follows')) > 0) await new Promise((resolve) => setImmediate(resolve))
}
