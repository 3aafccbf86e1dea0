import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Audience, deleteAccount } from '@acct/core'
import { testCore } from '@acct/core/testing'
import Database from 'better-sqlite3'
import { openStore } from '../src/index.ts'

// What a million fans cost: reading the lists of an account that has them, measured against one with 5,000 in the same
// database, and deleting it while others want their turn. Run: npx tsx --conditions=@acct/source bench/fans.ts [fans]

const many = Number(process.argv[2] ?? 1_000_000)
const few = 5000
const rounds = 200
const star = 1
const small = 2
const firstFan = 10

const folder = mkdtempSync(join(tmpdir(), 'acct-fans-'))
const file = join(folder, 'acct.db')
openStore({ file }).close()
fill()
const store = openStore({ file })
const core = testCore(store.stores)
for (const audience of ['owner', 'administrator', 'others'] as const) await compare(audience, 'hidden')
show()
for (const audience of ['owner', 'administrator', 'others'] as const) await compare(audience, 'shown')
await removeStar()
store.close()
rmSync(folder, { recursive: true })

/** Accounts with scattered ids, each following the star; the edges to the small account lie scattered among them. */
function fill(): void {
  const client = new Database(file)
  client.pragma('synchronous = off')
  const account = client.prepare(
    "insert into accounts (id, username, username_key, role, level, created_at) values (?, ?, ?, 'normal_user', 0, 0)",
  )
  const edge = client.prepare(
    "insert into follows (follower_id, followee_id, group_name, placed, shown) values (?, ?, 'default', ?, 0)",
  )
  const group = client.prepare('insert into follow_groups (account_id, name) values (?, ?)')
  client.transaction(() => {
    for (const id of [star, small]) {
      account.run(id, `account ${id}`, `account ${id}`)
      for (const name of ['分组1', '分组2']) group.run(id, name)
    }
    for (let index = 0; index < many; index += 1) {
      const id = fanId(index)
      account.run(id, `fan ${id}`, `fan ${id}`)
      edge.run(id, star, 1)
      if (index % Math.floor(many / few) === 0) edge.run(id, small, 2)
    }
  })()
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
  print('database', { fans: many, megabytes: Math.round(statSync(file).size / 2 ** 20) })
}

/** A number for each index, none twice, in no order. */
function fanId(index: number): number {
  return firstFan + Number((BigInt(index) * 6_364_136_223_846_793_005n) % 9_007_199_254_740_881n)
}

function show(): void {
  const client = new Database(file)
  client.pragma('synchronous = off')
  client.exec('update accounts set shows_follows = 1; update follows set shown = 1')
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}

/** By turns, so that whatever else the machine does falls on both. */
async function compare(audience: Audience, fans: 'shown' | 'hidden'): Promise<void> {
  const times = { star: [] as number[], small: [] as number[] }
  const lengths: number[] = []
  for (let round = -10; round < rounds; round += 1) {
    for (const [name, id] of [
      ['star', star],
      ['small', small],
    ] as const) {
      const from = performance.now()
      const lists = await core.stores.follows.read(id, { audience, fansBefore: undefined })
      if (round >= 0) times[name].push(performance.now() - from)
      lengths.push(lists.fans.length)
    }
  }
  const [ofStar, ofSmall] = [median(times.star), median(times.small)]
  const ratio = ofStar / ofSmall
  const [starLength, smallLength] = lengths
  print(`${audience}, ${fans} fans`, { starLength, smallLength, ms: ofStar, smallMs: ofSmall, ratio })
}

/** Deletes the star; how long one step held everybody else up, and how late a timer of every 5 ms came. */
async function removeStar(): Promise<void> {
  let longest = 0
  let steps = 0
  for (const [area, name] of [
    [core.stores.accounts, 'remove'],
    [core.stores.accounts, 'forget'],
    [core.stores.follows, 'settle'],
  ] as const) {
    const step = Reflect.get(area, name) as (...args: unknown[]) => Promise<unknown>
    Reflect.set(area, name, (...args: unknown[]) => {
      const from = performance.now()
      const outcome = step(...args)
      longest = Math.max(longest, performance.now() - from)
      steps += 1
      return outcome
    })
  }
  let late = 0
  let due = performance.now() + 5
  const timer = setInterval(() => {
    late = Math.max(late, performance.now() - due)
    due = performance.now() + 5
  }, 5)
  const from = performance.now()
  await deleteAccount(core, { accountId: star })
  const answered = performance.now() - from
  while ((await core.stores.follows.unsettled({ after: 0, limit: 1 })).length > 0) await setTimeout(20)
  clearInterval(timer)
  print('deletion', { answeredMs: answered, allMs: performance.now() - from, steps, longestStepMs: longest, late })
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function print(what: string, numbers: Record<string, number | undefined>): void {
  const shown = Object.entries(numbers).map(([name, value = 0]) => `${name} ${Math.round(value * 100) / 100}`)
  process.stdout.write(`${what}: ${shown.join(', ')}\n`)
}
