import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createClient as createCard } from '@acct/sdk/card'
import { createClient as createCommunity } from '@acct/sdk/community'
import { createClient as createPhone } from '@acct/sdk/phone'
import { createClient as createToken } from '@acct/sdk/token'
import { numberIn } from '@acct/store/testing'
import Database from 'better-sqlite3'
import type { Engine } from '../support/engines.ts'
import { type ServingProcess, type Settings, serve, temporaryFolder } from '../support/process.ts'

/** Two servers as processes of their own, on one database. */
export interface Pair {
  readonly one: ServingProcess
  readonly other: ServingProcess
  /** Each of them in turn. */
  readonly at: (index: number) => ServingProcess
  /** A number that a query gives: `count(*) from accounts`. */
  readonly number: (what: string) => Promise<number>
  /** Ends those that still run, and removes what they left. */
  readonly end: () => Promise<void>
}

/** No limit for the one source that everything here comes from, and none on how soon; five codes an hour to a number. */
const limits: Settings = {
  ACCT_LIMIT_CODE_INTERVAL: '0',
  ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
  ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
}

/** Starts both at the same moment, on nothing. */
export async function startPair(engine: Engine, own: Settings = {}): Promise<Pair> {
  const { folder, remove } = temporaryFolder()
  const settings: Settings = { ACCT_DATA_DIR: folder, ...limits, ...own, ...(await engine.fresh()) }
  const [one, other] = await Promise.all([serve(settings), serve(settings)])
  const { ACCT_DATABASE_URL: url } = settings
  return {
    one,
    other,
    at: (index) => (index % 2 === 0 ? one : other),
    number: async (what) => (url === undefined ? numberInFile(join(folder, 'acct.db'), what) : numberIn({ url }, what)),
    end: async () => {
      for (const { child } of [one, other]) child.kill()
      await Promise.all([one.ended, other.ended])
      remove()
    },
  }
}

function numberInFile(file: string, what: string): number {
  const client = new Database(file, { readonly: true })
  const number = client.prepare(`select ${what}`).pluck().get()
  client.close()
  return Number(number)
}

/** Comes again while a server has no room, which is what a busy machine may do to it: nothing has happened then. */
export const patientFetch: typeof fetch = async (input, init) => {
  for (;;) {
    const response = await fetch(input, init)
    if (response.status !== 503) return response
    await response.body?.cancel()
    await setTimeout(100)
  }
}

/** Does something with each, a few at a time. */
export async function inLanes<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>) {
  const results: Result[] = []
  const left = [...items]
  const lane = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) results.push(await run(item))
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return results
}

/** Clients of a server for whoever holds a session's token, or for nobody. */
export const clientsOf = ({ url }: ServingProcess, token?: string) => {
  const options = { fetch: patientFetch, ...(token !== undefined && { token }) }
  return {
    card: createCard({ baseUrl: `${url}/card`, ...options }),
    community: createCommunity({ baseUrl: `${url}/community`, ...options }),
    phone: createPhone({ baseUrl: `${url}/phone`, ...options }),
    token: createToken({ baseUrl: `${url}/token`, fetch: patientFetch }),
  }
}

/** The token of the session that an answer starts. */
export const sessionOf = (headers: { get(name: string): string | null } | undefined): string =>
  /acct_session=([^;]+)/.exec(headers?.get('set-cookie') ?? '')?.[1] ?? ''

export const password = 'right_1'

export const register = (server: ServingProcess, username: string, telephone = '13812345678') =>
  clientsOf(server).card.register({ username, password, nickname: 'n', telephone })

/** Logs in and returns the session's token; empty if that was refused. */
export async function logIn(server: ServingProcess, username: string, tried = password): Promise<string> {
  return sessionOf((await clientsOf(server).card.login({ username, password: tried })).headers)
}

export const isSignedIn = async (server: ServingProcess, token: string) =>
  (await clientsOf(server, token).card.getInfo()).outcome === 'ok'

interface Sent {
  readonly code: string | null
  readonly text: string
}

/** What was sent to an address (E.164 or e-mail), the newest first. */
export async function sentTo({ url }: ServingProcess, to: string): Promise<readonly Sent[]> {
  const response = await fetch(`${url}/dev/inbox.json?to=${encodeURIComponent(to)}`)
  return ((await response.json()) as { messages: Sent[] }).messages
}

/** The newest code that was sent to an address. */
export async function codeTo(server: ServingProcess, to: string): Promise<string> {
  const [newest] = (await sentTo(server, to)).filter(({ code }) => code !== null)
  if (newest?.code === null || newest === undefined) throw new Error(`no code was sent to ${to}`)
  return newest.code
}
