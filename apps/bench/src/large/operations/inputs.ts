import type { AuditLine, Consuming, NewAccount, NewMessage, Session, SessionStart } from '@acct/core'
import { hashOf, idOf, passwordHashOf, phoneOf, sessionIdOf } from '../people.ts'
import type { Call } from './call.ts'

export const day = 86_400_000
const idOfFresh = (fresh: number) => 4 + 7 * (2 ** 49 + fresh)
export const sessionOf = (person: number): Session => ({ id: sessionIdOf(person), accountId: idOf(person) })
export const freshPhone = (fresh: number) => `+862${3_000_000_000 + fresh}`
export const freshHash = ({ fresh }: Call, what: string) => hashOf(`${what} ${fresh} and fresh`)
export const identifierOf = ({ person }: Call) => ({ kind: 'phone', e164: phoneOf(person) }) as const

export const startOf = (call: Call): SessionStart => ({
  tokenHash: freshHash(call, 'session'),
  startedAt: call.now,
  endsAt: call.now + day,
  tokens: [],
})

export const accountOf = ({ fresh, now }: Call): NewAccount => ({
  id: idOfFresh(fresh),
  username: { shown: `New_${fresh}`, key: `new_${fresh}` },
  nickname: null,
  gender: null,
  phone: freshPhone(fresh),
  phoneClaim: null,
  email: null,
  passwordHash: 'a hash',
  role: 'normal_user',
  level: 0,
  createdAt: now,
})

const messageOf = ({ now }: Call, to: string): NewMessage => ({
  channel: 'sms',
  to,
  toKey: to,
  purpose: 'community',
  scope: 'community',
  sealed: hashOf('sealed'),
  state: 'queued',
  at: now,
  expiresAt: now + day,
})

export const consumingOf = (call: Call, address: string): Consuming => ({
  address,
  scope: 'community',
  codeHash: hashOf('the code'),
  now: call.now,
  subject: `of ${address}`,
  limits: { perCode: 3, perAddress: 100, span: day },
})

export const send = (call: Call, address: string) =>
  call.stores.codes.send({
    address,
    scope: 'community',
    codeHash: hashOf('the code'),
    expiresAt: call.now + day,
    message: messageOf(call, address),
    subject: `sent ${call.fresh}`,
    source: `from ${call.fresh}`,
    limits: { perAddress: [{ most: 5, span: day }], perSource: [{ most: 60, span: day }] },
    now: call.now,
  })

/** The account has verified the number that is shown in the code's step. */
export const sendToOwner = (call: Call) => send(call, phoneOf(call.person))
export const sendToNew = (call: Call) => send(call, freshPhone(call.fresh))
export const owners = (call: Call) => consumingOf(call, phoneOf(call.person))
export const insert = (call: Call) => call.stores.accounts.insert(accountOf(call))
export const signUp = (call: Call) => call.stores.accounts.signUp({ account: accountOf(call), start: startOf(call) })
/** A session that may go: others are still to be found. */
export const open = (call: Call) =>
  call.stores.sessions.open({
    accountId: idOf(call.person),
    verifiedHash: passwordHashOf(call.person),
    upgradedHash: null,
    tryId: null,
    start: startOf(call),
  })

const opened = new WeakMap<Call, Session>()
/** Signs somebody new up, for a step after which the account is not as it was. */
export async function newcomer(call: Call): Promise<void> {
  const outcome = await signUp(call)
  if (outcome.kind !== 'signedUp') throw new Error(outcome.kind)
  opened.set(call, outcome.session)
}
export const newSession = (call: Call): Session => opened.get(call) ?? { id: 0, accountId: 0 }
export async function newcomerWithCode(call: Call): Promise<void> {
  await newcomer(call)
  await sendToNew(call)
}
export const giveTicket = (call: Call) =>
  call.stores.tickets.give({
    address: { kind: 'phone', e164: freshPhone(call.fresh) },
    consuming: consumingOf(call, freshPhone(call.fresh)),
    start: { tokenHash: freshHash(call, 'ticket'), expiresAt: call.now + day },
    message: messageOf(call, freshPhone(call.fresh)),
  })
export const newId = (call: Call) => newSession(call).accountId

export const lineOf = ({ person, now }: Call): AuditLine => ({
  at: now,
  actor: 'caller',
  action: 'signIn',
  detail: null,
  outcome: 'done',
  accountId: idOf(person),
  variant: 'card',
  source: '10.0.0.1',
  times: 1,
})
