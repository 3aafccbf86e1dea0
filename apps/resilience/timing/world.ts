import { hash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Honest, honestCaller } from '../abuse/fuzz/honest.ts'
import { acct, type Settings } from '../src/server.ts'

export const password = 'Passw0rd1'

/** Everybody whom the requests are about. */
export interface World {
  readonly honest: Honest
  /** Accounts with a name and a password, and as many names that nobody has. */
  readonly names: readonly string[]
  readonly freeNames: readonly string[]
  /** Verified numbers of accounts without a password, of accounts with one, and numbers that nobody has. */
  readonly bareNumbers: readonly string[]
  readonly numbers: readonly string[]
  readonly freeNumbers: readonly string[]
  /** Names of accounts that an operator locked. */
  readonly lockedNames: readonly string[]
  /** Names of accounts that have verified `<name>@example.com`. */
  readonly mailedNames: readonly string[]
  readonly sessions: Tokens & { readonly ofLocked: readonly string[] }
  readonly accesses: Tokens
  readonly refreshes: Tokens
  readonly tickets: Omit<Tokens, 'ended'> & { readonly used: readonly string[]; readonly replaced: readonly string[] }
  /** Ids of accounts that set much and show nothing, and of such that set nothing; and who may look at them. */
  readonly hidingIds: readonly number[]
  readonly emptyIds: readonly number[]
  readonly looker: string
}

/** Tokens of one kind that are worth nothing: such that never were, of ended sessions, and such whose time is over. */
interface Tokens {
  readonly madeUp: readonly string[]
  readonly ended: readonly string[]
  readonly expired: readonly string[]
}

const few = 8
const some = 60

const list = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
const number = (block: number) => (index: number) => `138${block}${String(index).padStart(7, '0')}`
const madeUp = (kind: string) => (index: number) => `acct_${kind}_${String(index).padStart(43, 'x')}`

/** Ends the time of tokens, in the database itself: they are still there, as they are until the next sweep. */
function expire(settings: Settings, table: 'sessions' | 'tokens' | 'reset_tickets', tokens: readonly string[]): void {
  const database = new Database(join(settings.ACCT_DATA_DIR ?? '', 'acct.db'))
  try {
    const column = table === 'sessions' ? 'ends_at' : 'expires_at'
    const step = database.prepare(`update ${table} set ${column} = ? where token_hash = ?`)
    for (const token of tokens) {
      const { changes } = step.run(Date.now() - 60_000, hash('sha256', token, 'buffer'))
      if (changes !== 1) throw new Error(`a token is not in ${table}`)
    }
  } finally {
    database.close()
  }
}

/**
 * Makes them, by honest calls, an operator's commands, and a hand on the clock of some tokens. `many` is how many numbers
 * there are of each kind: an address takes twenty wrong codes a day, and every pair that is about codes gives it some.
 */
export async function makeWorld(url: string, settings: Settings, many: number): Promise<World> {
  const honest = honestCaller(url, 20, () => '10.0.0.1')
  const must = async (what: string, answer: ReturnType<Honest['post']>) => {
    const said = await answer
    if (said.status !== 200 || (said.body.error ?? 0) !== 0)
      throw new Error(`${what}: ${said.status} ${JSON.stringify(said.body)}`)
    return said
  }
  const codeFor = async (send: ReturnType<Honest['get']>, to: string) => {
    await must(`a code to ${to}`, send)
    return (await honest.codeSentTo(to)) ?? ''
  }
  const registerName = (account: string) => must(account, honest.post('/phone/user/register', { account, password }))
  const signIn = async (account: string) =>
    (await must(account, honest.post('/phone/user/login', { account, password }))).session ?? ''
  const registerNumber = async (phone_number: string) => {
    const code = await codeFor(honest.get(`/phone/user/registerPhone/${phone_number}`), `+86${phone_number}`)
    await must(
      phone_number,
      honest.post(`/phone/user/registerPhone/${phone_number}`, { phone_number, identifying_code: code }),
    )
  }
  const community = '/community/api/user'
  const communityCode = (phone: string) =>
    codeFor(honest.post(`${community}/request-sms-code`, { phone: `86${phone}` }), `+86${phone}`)

  const names = list(some, (index) => `known_${index}`)
  const lockedNames = list(few, (index) => `locked_${index}`)
  for (const name of [...names, ...lockedNames]) await registerName(name)
  const bareNumbers = list(many, number(1))
  const numbers = list(some, number(2))
  for (const each of [...bareNumbers, ...numbers]) await registerNumber(each)
  for (const each of numbers) {
    const code = await codeFor(honest.get(`/phone/user/forgetPassword/${each}`), `+86${each}`)
    const reset = { phone_number: each, account: each, identifying: code, new_password: password }
    await must(each, honest.post(`/phone/user/forgetPassword/${each}`, reset))
  }
  const mailedNames = list(some, (index) => `mailed_${index}`)
  for (const name of mailedNames) {
    await registerName(name)
    const mail = `${name}@example.com`
    const code = await codeFor(honest.post(`${community}/request-email-code`, { email: mail }), mail)
    await must(name, honest.post(`${community}/set-own-info`, { mail, code }, await signIn(name)))
  }

  const openSessions = async (accounts: readonly string[]) => {
    const sessions: string[] = []
    for (const name of accounts) sessions.push(await signIn(name))
    return sessions
  }
  const endedSessions = await openSessions(names.slice(0, few))
  for (const session of endedSessions) await must('logout', honest.post(`${community}/logout`, {}, session))
  const expiredSessions = await openSessions(names.slice(0, few))
  expire(settings, 'sessions', expiredSessions)
  const lockedSessions = await openSessions(lockedNames)
  for (const name of lockedNames) {
    const { code, err } = await acct(['account', 'lock', name], settings)
    if (code !== 0) throw new Error(err)
  }

  const signInForTokens = async (phone: string) => {
    const { body } = await must(phone, honest.post('/token/api/user/login', { loginName: phone, password }))
    return { access: String(body.token), refresh: String(body.refreshToken) }
  }
  const ended = { access: [] as string[], refresh: [] as string[] }
  const expired = { access: [] as string[], refresh: [] as string[] }
  for (const phone of numbers.slice(0, few)) {
    const { access, refresh } = await signInForTokens(phone)
    await must(phone, honest.post(`${community}/logout`, {}, access))
    ended.access.push(access)
    ended.refresh.push(refresh)
    const later = await signInForTokens(phone)
    expired.access.push(later.access)
    expired.refresh.push(later.refresh)
  }
  expire(settings, 'tokens', [...expired.access, ...expired.refresh])

  const sendTicket = async (phone: string) => {
    const smscode = await communityCode(phone)
    await must(phone, honest.post(`${community}/get-passwd`, { phone: `86${phone}`, smscode }))
    return (await honest.ticketSentTo(`+86${phone}`)) ?? ''
  }
  const tickets = { replaced: [] as string[], used: [] as string[], expired: [] as string[] }
  for (const [index, phone] of numbers.slice(0, 3 * few).entries()) {
    const ticket = await sendTicket(phone)
    if (index < few) {
      tickets.replaced.push(ticket)
      await sendTicket(phone)
    } else if (index < 2 * few) {
      tickets.used.push(ticket)
      await must(phone, honest.post(`${community}/reset-passwd`, { ticket, passwd: password }))
    } else tickets.expired.push(ticket)
  }
  expire(settings, 'reset_tickets', tickets.expired)

  const idsOf = async (accounts: readonly string[], set: object | undefined) => {
    const ids: number[] = []
    for (const account of accounts) {
      const session = await signIn(account)
      if (set) await must(account, honest.post(`${community}/set-own-info`, set, session))
      if (set) await must(account, honest.post('/card/user/changeTelNum', { telephone: '13900000000' }, session))
      ids.push(Number((await must(account, honest.get(`${community}/get-own-info`, session))).body.userid))
    }
    return ids
  }
  return {
    honest,
    ...{ names, bareNumbers, numbers, lockedNames, mailedNames },
    freeNames: list(some, (index) => `nobody_${index}`),
    freeNumbers: list(many, number(3)),
    sessions: {
      madeUp: list(few, madeUp('s')),
      ended: endedSessions,
      expired: expiredSessions,
      ofLocked: lockedSessions,
    },
    accesses: { madeUp: list(few, madeUp('a')), ended: ended.access, expired: expired.access },
    refreshes: { madeUp: list(few, madeUp('r')), ended: ended.refresh, expired: expired.refresh },
    tickets: { madeUp: list(few, madeUp('t')), ...tickets },
    hidingIds: await idsOf(names.slice(0, 16), { birthday: '2000-01-01' }),
    emptyIds: await idsOf(names.slice(16, 32), undefined),
    looker: await signIn(names[59] ?? ''),
  }
}

/** Names of accounts that too many wrong passwords have closed, of a server that closes after ten. */
export async function closeAccounts(url: string): Promise<readonly string[]> {
  const honest = honestCaller(url, 21, () => '10.0.0.1')
  const names = list(few, (index) => `closed_${index}`)
  const signIn = (account: string, given: string) => honest.post('/phone/user/login', { account, password: given })
  try {
    for (const account of names) {
      await honest.post('/phone/user/register', { account, password })
      if ((await signIn(account, password)).status !== 200) throw new Error(`${account} could not sign in`)
      for (let turn = 0; turn < 10; turn++) await signIn(account, 'wrong1234')
      if ((await signIn(account, password)).status === 200) throw new Error(`${account} is not closed`)
    }
  } finally {
    honest.close()
  }
  return names
}
