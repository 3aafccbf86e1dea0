import { createHash } from 'node:crypto'
import { verifySync } from '@node-rs/argon2'
import Database from 'better-sqlite3'
import type { Person, State } from './state.ts'

interface Row {
  id: number
  nickname: string | null
  signature: string | null
  phone: string | null
  hash: string | null
}

/** Reads what a database really holds, beside the server and without it. */
export interface Observer {
  /** An account's id, by username or, where it has none, by number; undefined if it does not exist. */
  readonly idOf: (name: string) => number | undefined
  /** The first way in which the database is not as this state says; undefined if it is. `names` are all that ever were. */
  readonly difference: (state: State, names: Iterable<string>, phones: Iterable<string>) => string | undefined
  /** How many rows there are in all of what states tell about. */
  readonly totals: () => Totals
  /** Accounts of those who belong to no household. */
  readonly outsiders: () => number
  /** Rows that refer to nothing, as no foreign key guards them. */
  readonly orphans: () => number
  readonly close: () => void
}

export interface Totals {
  accounts: number
  sessions: number
  follows: number
}

/** How the names of those begin who belong to no household. */
export const outsiders = 'raw_'

/** A pending code is no longer one when it expires, after ten minutes. */
const expiresAfter = 9.5 * 60_000

// A hash is of one password for good: each is computed once, however often a database is looked at.
const known = new Map<string, boolean>()
const isHashOf = (hash: string, password: string): boolean => {
  const key = `${hash} ${password}`
  const matches = known.get(key) ?? verifySync(hash, password)
  known.set(key, matches)
  return matches
}

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')

/** Opens a database for reading. */
export const observe = (file: string): Observer =>
  observeIn(new Database(file, { readonly: true, fileMustExist: true }))

/** Reads what an open database holds; `close` closes it. */
export function observeIn(client: Database.Database): Observer {
  const columns = 'id, nickname, signature, phone, password_hash as hash'
  const byUsername = client.prepare<[string], Row>(`select ${columns} from accounts where username_key = ?`)
  const byPhone = client.prepare<[string], Row>(`select ${columns} from accounts where phone = ? and username is null`)
  const sessionsOf = client.prepare<[number], { hash: string; tokens: number }>(
    `select lower(hex(token_hash)) as hash,
       (select count(*) from tokens where session_id = sessions.id and kind = 'refresh') as tokens
     from sessions where account_id = ?`,
  )
  const followsOf = client.prepare<[number], { id: number; name: string }>(
    'select followee_id as id, group_name as name from follows join accounts on accounts.id = followee_id where follower_id = ?',
  )
  const codesOf = client.prepare<[string], string>('select scope from codes where address = ?').pluck()
  const messagesTo = client
    .prepare<[string], number>('select count(*) from messages where to_key = ? and scope is not null')
    .pluck()
  const count = (from: string) => Number(client.prepare(`select count(*) from ${from}`).pluck().get())

  const find = (name: string) => (name.startsWith('+') ? byPhone : byUsername).get(name)

  const personDifference = (name: string, person: Person | undefined): string | undefined => {
    const row = find(name)
    if (person === undefined) return row && `${name} is there`
    if (row === undefined) return `${name} is not there`
    for (const field of ['nickname', 'signature', 'phone'] as const) {
      if (row[field] !== person[field]) return `${name}: ${field} is ${row[field]} and not ${person[field]}`
    }
    const { password } = person
    if (password === null ? row.hash !== null : row.hash === null || !isHashOf(row.hash, password)) {
      return `${name}: the password is not ${password}`
    }
    return sessionDifference(name, person, row.id) ?? followDifference(name, person, row.id)
  }

  const sessionDifference = (name: string, { sessions, strangers }: Person, id: number): string | undefined => {
    const open = new Map(sessionsOf.all(id).map(({ hash, tokens }) => [hash, tokens]))
    for (const [token, tokens] of Object.entries(sessions)) {
      const hash = tokenHash(token)
      if (!open.has(hash)) return `${name}: a session is not there`
      if (open.get(hash) !== tokens) return `${name}: a session has ${open.get(hash)} refresh tokens and not ${tokens}`
      open.delete(hash)
    }
    const [left, expected] = [[...open.values()].sort().join(), [...strangers].sort().join()]
    return left === expected ? undefined : `${name}: other sessions are [${left}] and not [${expected}]`
  }

  const followDifference = (name: string, { follows }: Person, id: number): string | undefined => {
    const line = (pairs: [string, string][]) =>
      pairs
        .map((pair) => pair.join(' '))
        .sort()
        .join()
    const [seen, expected] = [
      line(followsOf.all(id).map((edge) => [String(edge.id), edge.name])),
      line(Object.entries(follows)),
    ]
    return seen === expected ? undefined : `${name}: follows are [${seen}] and not [${expected}]`
  }

  const phoneDifference = (phone: string, { codes, messages }: State): string | undefined => {
    const scopes = new Set(codesOf.all(phone))
    for (const scope of ['community', 'reset']) {
      const askedAt = codes[`${phone} ${scope}`]
      if (askedAt !== undefined && askedAt < Date.now() - expiresAfter) continue
      if (scopes.has(scope) !== (askedAt !== undefined)) {
        return `${phone}: a code for ${scope} is ${askedAt === undefined ? 'still' : 'not'} there`
      }
    }
    const [sent, expected] = [messagesTo.get(phone) ?? 0, messages[phone] ?? 0]
    return sent === expected ? undefined : `${phone}: ${sent} messages and not ${expected}`
  }

  return {
    idOf: (name) => find(name)?.id,
    difference: (state, names, phones) => {
      // One moment of the database for all that is compared.
      const look = client.transaction(() => {
        for (const name of names) {
          const found = personDifference(name, state.people[name])
          if (found !== undefined) return found
        }
        for (const phone of phones) {
          const found = phoneDifference(phone, state)
          if (found !== undefined) return found
        }
        return undefined
      })
      return look.deferred()
    },
    totals: () => ({
      accounts: count(`accounts where username is null or username not glob '${outsiders}*'`),
      sessions: count('sessions'),
      // Those of who is gone may stay for a while: they are looked for among the orphans.
      follows: count(
        `follows where exists (select 1 from accounts where id = follower_id)
           and exists (select 1 from accounts where id = followee_id)`,
      ),
    }),
    outsiders: () => count(`accounts where username glob '${outsiders}*'`),
    orphans: () =>
      count(
        `follows where not exists (select 1 from unsettled_follows where account_id in (follower_id, followee_id))
           and (select count(*) from accounts where id in (follower_id, followee_id)) < 2`,
      ) + count('accounts join retired_ids using (id)'),
    close: () => void client.close(),
  }
}
