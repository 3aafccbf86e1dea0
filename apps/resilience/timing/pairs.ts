import type { WireRequest } from '../abuse/wire/request.ts'
import type { Pair } from './measure.ts'
import { password, type World } from './world.ts'

const post = (target: string, fields: object, session = ''): WireRequest => ({
  method: 'POST',
  target,
  headers: [
    ['Content-Type', 'application/json'],
    ...(session === '' ? [] : [['Authorization', `Bearer ${session}`] as const]),
  ],
  body: Buffer.from(JSON.stringify(fields)),
})
const get = (target: string): WireRequest => ({ method: 'GET', target, headers: [], body: undefined })

/** Takes the subjects of a class in turn. */
const inTurn =
  <Subject>(subjects: readonly Subject[], ask: (subject: Subject) => WireRequest) =>
  (round: number) =>
    ask(subjects[round % subjects.length] as Subject)

const wrong = 'wrong1234'
const community = '/community/api/user'

/** Sign-in by each door, with a name or a number and a password. */
const doors = {
  card: (username: string, given: string) => post('/card/user/login', { username, password: given }),
  phone: (account: string, given: string) => post('/phone/user/login', { account, password: given }),
  social: (account: string, given: string) => post('/social/user/login', { user_type: '1', account, password: given }),
  token: (loginName: string, given: string) => post('/token/api/user/login', { loginName, password: given }),
  community: (username: string, given: string) => post(`${community}/login`, { username, passwd: given }),
}

/** Ways to have a code sent to a number that answer the same whether or not it has an account. */
const senders: Readonly<Record<string, (phone: string) => WireRequest>> = {
  'phone registerPhone': (phone) => get(`/phone/user/registerPhone/${phone}`),
  'phone forgetPassword': (phone) => get(`/phone/user/forgetPassword/${phone}`),
  'social send_verifycode': (phone) => post('/social/user/send_verifycode', { phone }),
  'token sms/general': (phone) => post('/token/api/verify/sms/general', { phone }),
  'community request-sms-code': (phone) => post(`${community}/request-sms-code`, { phone: `86${phone}` }),
}

/** What pairs are about, in the order in which they are measured. */
export const topics = ['login', 'sending', 'spending', 'tokens', 'privacy'] as const

/** Every pair of classes that nobody may tell apart by the time of an answer, by topic. */
export function pairsOf(world: World): Readonly<Record<(typeof topics)[number], readonly Pair[]>> {
  const { names, freeNames, numbers, bareNumbers, freeNumbers, lockedNames } = world
  const same = { sameAnswer: true } as const
  const login: readonly Pair[] = [
    ...(['card', 'social'] as const).map((door) => ({
      name: `${door} login: unknown name / wrong password`,
      left: inTurn(freeNames, (name) => doors[door](name, wrong)),
      right: inTurn(names, (name) => doors[door](name, wrong)),
      ...same,
    })),
    // Two documents tell the unknown by their answer; the time must not differ all the same.
    ...(['phone', 'community'] as const).map((door) => ({
      name: `${door} login: unknown name / wrong password`,
      left: inTurn(freeNames, (name) => doors[door](name, wrong)),
      right: inTurn(names, (name) => doors[door](name, wrong)),
      sameAnswer: false,
    })),
    {
      name: 'token login: unknown number / wrong password',
      left: inTurn(freeNumbers.slice(0, numbers.length), (number) => doors.token(number, wrong)),
      right: inTurn(numbers, (number) => doors.token(number, wrong)),
      ...same,
    },
    {
      name: 'token login: unknown number / account without a password',
      left: inTurn(freeNumbers, (number) => doors.token(number, wrong)),
      right: inTurn(bareNumbers, (number) => doors.token(number, wrong)),
      ...same,
    },
    {
      name: 'card login: wrong password / locked account, wrong password',
      left: inTurn(names.slice(0, lockedNames.length), (name) => doors.card(name, wrong)),
      right: inTurn(lockedNames, (name) => doors.card(name, wrong)),
      ...same,
    },
    {
      name: 'card login: wrong password / locked account, right password',
      left: inTurn(names.slice(0, lockedNames.length), (name) => doors.card(name, wrong)),
      right: inTurn(lockedNames, (name) => doors.card(name, password)),
      ...same,
    },
  ]
  const sending: readonly Pair[] = [
    ...Object.entries(senders).map(([name, send]) => ({
      name: `${name}: number without an account / with one`,
      left: inTurn(freeNumbers, send),
      right: inTurn(bareNumbers, send),
      ...same,
    })),
    {
      name: 'token verify/email: address without an account / with one',
      left: inTurn(freeNames, (name) => post('/token/api/verify/email', { email: `${name}@example.com` })),
      right: inTurn(world.mailedNames, (name) => post('/token/api/verify/email', { email: `${name}@example.com` })),
      ...same,
    },
  ]
  const spending: readonly Pair[] = spenders.map(({ name, send, spend }) => ({
    name: `${name}: wrong code for a number without an account / with one`,
    prepare: askForCodes(world, send),
    left: inTurn(freeNumbers, spend),
    right: inTurn(bareNumbers, spend),
    ...same,
  }))
  const { sessions, accesses, refreshes, tickets } = world
  const worthless = (
    what: string,
    ask: (token: string) => WireRequest,
    { madeUp, ...others }: Readonly<Record<string, readonly string[]>>,
  ): Pair[] =>
    Object.entries(others).map(([kind, tokens]) => ({
      name: `${what} that never was / ${kind}`,
      left: inTurn(madeUp ?? [], ask),
      right: inTurn(tokens, ask),
      ...same,
    }))
  const tokens: readonly Pair[] = [
    ...worthless('card getInfo: session', (session) => post('/card/user/getInfo', {}, session), { ...sessions }),
    ...worthless('token info/self: token', (token) => get(`/token/api/user/info/self?token=${token}`), { ...accesses }),
    ...worthless('token verify/token: refresh token', (token) => get(`/token/api/verify/token?refreshToken=${token}`), {
      ...refreshes,
    }),
    ...worthless(
      'community reset-passwd: ticket',
      (ticket) => post(`${community}/reset-passwd`, { ticket, passwd: password }),
      { ...tickets },
    ),
  ]
  const privacy: readonly Pair[] = [
    {
      name: 'community get-user-info: nothing set / all of it hidden',
      left: inTurn(world.emptyIds, (id) => post(`${community}/get-user-info`, { id }, world.looker)),
      right: inTurn(world.hidingIds, (id) => post(`${community}/get-user-info`, { id }, world.looker)),
      // The names differ, which everybody may see.
      sameAnswer: false,
    },
  ]
  return { login, sending, spending, tokens, privacy }
}

/** What wrong passwords have closed, to the right one, too: a server of its own has the limit that production has. */
export const closedPairs = (closed: readonly string[]): readonly Pair[] => {
  const free = closed.map((_, index) => `nobody_${index}`)
  return [wrong, password].map((given) => ({
    name: 'closed',
    left: inTurn(free, (name) => doors.card(name, given)),
    right: inTurn(closed, (name) => doors.card(name, given)),
    sameAnswer: true,
  }))
}

const wrongCode = '000000'

interface Spender {
  readonly name: string
  /** What has a code sent for it. */
  readonly send: (honest: World['honest'], phone: string) => Promise<unknown>
  readonly spend: (phone: string) => WireRequest
}

const communityCode: Spender['send'] = (honest, phone) =>
  honest.post(`${community}/request-sms-code`, { phone: `86${phone}` })

/** Routes that take a code and say of a wrong one the same, whether or not its number has an account. */
const spenders: readonly Spender[] = [
  {
    name: 'phone forgetPassword',
    send: (honest, phone) => honest.get(`/phone/user/forgetPassword/${phone}`),
    spend: (phone_number) =>
      post(`/phone/user/forgetPassword/${phone_number}`, {
        phone_number,
        account: phone_number,
        identifying: wrongCode,
        new_password: password,
      }),
  },
  {
    name: 'phone registerPhone',
    send: (honest, phone) => honest.get(`/phone/user/registerPhone/${phone}`),
    spend: (phone_number) =>
      post(`/phone/user/registerPhone/${phone_number}`, { phone_number, identifying_code: wrongCode }),
  },
  {
    name: 'social register',
    send: (honest, phone) => honest.post('/social/user/send_verifycode', { phone }),
    spend: (phone) => post('/social/user/register', { phone, password, verifycode: wrongCode }),
  },
  {
    name: 'community change-passwd',
    send: communityCode,
    spend: (phone) => post(`${community}/change-passwd`, { phone: `86${phone}`, passwd: password, smscode: wrongCode }),
  },
  {
    name: 'community get-passwd',
    send: communityCode,
    spend: (phone) => post(`${community}/get-passwd`, { phone: `86${phone}`, smscode: wrongCode }),
  },
]

/** Asks for new codes to the numbers of these rounds, whichever they are: a code is burnt by its fifth wrong try. */
function askForCodes({ honest, freeNumbers, bareNumbers }: World, send: Spender['send']): Pair['prepare'] {
  return async (from, to) => {
    const indices = new Set(
      Array.from({ length: 2 * (to - from) }, (_, index) => (2 * from + index) % freeNumbers.length),
    )
    for (const index of indices) {
      await send(honest, freeNumbers[index] ?? '')
      await send(honest, bareNumbers[index] ?? '')
    }
  }
}
