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
  /** Session tokens: of sessions that were ended, of locked accounts, and such that never were. */
  readonly endedSessions: readonly string[]
  readonly lockedSessions: readonly string[]
  readonly madeUpSessions: readonly string[]
  /** Tickets: replaced by newer ones, used, and such that never were. */
  readonly replacedTickets: readonly string[]
  readonly madeUpTickets: readonly string[]
  /** Ids of accounts that set much and show nothing, and of such that set nothing; and who may look at them. */
  readonly hidingIds: readonly number[]
  readonly emptyIds: readonly number[]
  readonly looker: string
}

const few = 8
const some = 60
const many = 500

const list = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
const number = (block: number) => (index: number) => `138${block}${String(index).padStart(7, '0')}`
const madeUp = (kind: string) => (index: number) => `acct_${kind}_${String(index).padStart(43, 'x')}`

/** Makes them, by honest calls and an operator's commands. */
export async function makeWorld(url: string, settings: Settings): Promise<World> {
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
  const endedSessions: string[] = []
  for (const name of names.slice(0, few)) {
    const session = await signIn(name)
    await must(name, honest.post(`${community}/logout`, {}, session))
    endedSessions.push(session)
  }
  const lockedSessions: string[] = []
  for (const name of lockedNames) lockedSessions.push(await signIn(name))
  for (const name of lockedNames) {
    const { code, err } = await acct(['account', 'lock', name], settings)
    if (code !== 0) throw new Error(err)
  }
  const replacedTickets: string[] = []
  for (const each of numbers.slice(0, few)) {
    for (let turn = 0; turn < 2; turn++) {
      const smscode = await communityCode(each)
      await must(each, honest.post(`${community}/get-passwd`, { phone: `86${each}`, smscode }))
      if (turn === 0) replacedTickets.push((await honest.ticketSentTo(`+86${each}`)) ?? '')
    }
  }
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
    ...{ names, bareNumbers, numbers, lockedNames, endedSessions, lockedSessions, replacedTickets },
    freeNames: list(some, (index) => `nobody_${index}`),
    freeNumbers: list(many, number(3)),
    madeUpSessions: list(few, madeUp('s')),
    madeUpTickets: list(few, madeUp('t')),
    hidingIds: await idsOf(names.slice(0, 16), { birthday: '2000-01-01' }),
    emptyIds: await idsOf(names.slice(16, 32), undefined),
    looker: await signIn(names[59] ?? ''),
  }
}
