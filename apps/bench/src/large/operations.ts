import type { AuditLine, Consuming, NewAccount, NewMessage, Session, SessionStart, Stores } from '@acct/core'
import { avatarOf, emailOf, hashOf, idOf, passwordHashOf, phoneOf, sessionIdOf, usernameKeyOf } from './people.ts'

/** What an operation is called with. */
export interface Call {
  readonly stores: Stores
  /** One of those who were there from the beginning, another one each time. */
  readonly person: number
  /** Different in each call. */
  readonly fresh: number
  readonly now: number
}

/** A step of a store as a request calls it. */
export interface Operation {
  /** What has to be there for it; its time does not count. */
  readonly before?: (call: Call) => Promise<unknown>
  readonly run: (call: Call) => Promise<unknown>
  /** What it has to come to: the `kind` of the outcome or the outcome. Left out: anything but undefined. */
  readonly comesTo?: unknown
}

const day = 86_400_000
const idOfFresh = (fresh: number) => 4 + 7 * (2 ** 49 + fresh)
const sessionOf = (person: number): Session => ({ id: sessionIdOf(person), accountId: idOf(person) })
const freshPhone = (fresh: number) => `+862${3_000_000_000 + fresh}`
const freshHash = ({ fresh }: Call, what: string) => hashOf(`${what} ${fresh} and fresh`)
const identifierOf = ({ person }: Call) => ({ kind: 'phone', e164: phoneOf(person) }) as const

const startOf = (call: Call): SessionStart => ({
  tokenHash: freshHash(call, 'session'),
  startedAt: call.now,
  endsAt: call.now + day,
  tokens: [],
})

const accountOf = ({ fresh, now }: Call): NewAccount => ({
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

const consumingOf = (call: Call, address: string): Consuming => ({
  address,
  scope: 'community',
  codeHash: hashOf('the code'),
  now: call.now,
  subject: `of ${address}`,
  limits: { perCode: 3, perAddress: 100, span: day },
})

const send = (call: Call, address: string) =>
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
const sendToOwner = (call: Call) => send(call, phoneOf(call.person))
const sendToNew = (call: Call) => send(call, freshPhone(call.fresh))
const owners = (call: Call) => consumingOf(call, phoneOf(call.person))
const insert = (call: Call) => call.stores.accounts.insert(accountOf(call))
const signUp = (call: Call) => call.stores.accounts.signUp({ account: accountOf(call), start: startOf(call) })
/** A session that may go: others are still to be found. */
const open = (call: Call) =>
  call.stores.sessions.open({
    accountId: idOf(call.person),
    verifiedHash: passwordHashOf(call.person),
    upgradedHash: null,
    tryId: null,
    start: startOf(call),
  })

const opened = new WeakMap<Call, Session>()
/** Signs somebody new up, for a step after which the account is not as it was. */
async function newcomer(call: Call): Promise<void> {
  const outcome = await signUp(call)
  if (outcome.kind !== 'signedUp') throw new Error(outcome.kind)
  opened.set(call, outcome.session)
}
const newSession = (call: Call): Session => opened.get(call) ?? { id: 0, accountId: 0 }
async function newcomerWithCode(call: Call): Promise<void> {
  await newcomer(call)
  await sendToNew(call)
}
const giveTicket = (call: Call) =>
  call.stores.tickets.give({
    address: { kind: 'phone', e164: freshPhone(call.fresh) },
    consuming: consumingOf(call, freshPhone(call.fresh)),
    start: { tokenHash: freshHash(call, 'ticket'), expiresAt: call.now + day },
    message: messageOf(call, freshPhone(call.fresh)),
  })
const newId = (call: Call) => newSession(call).accountId

const lineOf = ({ person, now }: Call): AuditLine => ({
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

/** Every step of the stores that a request runs, by the method's name. */
export const operations: Readonly<Record<string, Operation>> = {
  'sessions.find': { run: ({ stores, person, now }) => stores.sessions.find(hashOf(`session ${person}`), now) },
  'sessions.findByToken': {
    run: ({ stores, person, now }) => stores.sessions.findByToken('access', hashOf(`access ${person}`), now),
  },
  'sessions.open': { run: open, comesTo: 'opened' },
  'sessions.open, with a line of the audit log': {
    run: (call) =>
      call.stores.audit.along(
        () => [lineOf(call)],
        () => open(call),
      ),
    comesTo: 'opened',
  },
  'sessions.openWithCode': {
    before: sendToOwner,
    run: (call) =>
      call.stores.sessions.openWithCode({
        phone: phoneOf(call.person),
        consuming: owners(call),
        start: startOf(call),
      }),
    comesTo: 'opened',
  },
  'sessions.addToken': {
    run: (call) =>
      call.stores.sessions.addToken(
        sessionOf(call.person),
        { kind: 'access', tokenHash: freshHash(call, 'access'), expiresAt: call.now + day },
        { at: call.now, endsAt: call.now + day },
      ),
    comesTo: true,
  },
  'sessions.touch': {
    run: async ({ stores, person, now }) => {
      await stores.sessions.touch(sessionOf(person), { at: now + 1, endsAt: now + day })
      return 'touched'
    },
  },
  'sessions.end': { before: newcomer, run: (call) => call.stores.sessions.end(newSession(call)), comesTo: true },

  'accounts.find': { run: ({ stores, person, now }) => stores.accounts.find(idOf(person), now) },
  'accounts.findIdByIdentifier, username': {
    run: ({ stores, person }) => stores.accounts.findIdByIdentifier({ kind: 'username', key: usernameKeyOf(person) }),
  },
  'accounts.findIdByIdentifier, phone': {
    run: (call) => call.stores.accounts.findIdByIdentifier(identifierOf(call)),
  },
  'accounts.findIdByIdentifier, email': {
    run: ({ stores, person }) =>
      stores.accounts.findIdByIdentifier({ kind: 'email', key: emailOf(person - (person % 2)) }),
  },
  'accounts.insert': { run: insert, comesTo: 'inserted' },
  'accounts.insertWithCode': {
    before: sendToNew,
    run: (call) => call.stores.accounts.insertWithCode(accountOf(call), consumingOf(call, freshPhone(call.fresh))),
    comesTo: 'inserted',
  },
  'accounts.signUp': { run: signUp, comesTo: 'signedUp' },
  'accounts.signUpWithCode': {
    before: sendToNew,
    run: (call) =>
      call.stores.accounts.signUpWithCode({
        account: accountOf(call),
        consuming: consumingOf(call, freshPhone(call.fresh)),
        start: startOf(call),
      }),
    comesTo: 'signedUp',
  },
  'accounts.signInOrSignUp': {
    before: sendToOwner,
    run: (call) =>
      call.stores.accounts.signInOrSignUp({
        phone: phoneOf(call.person),
        account: { ...accountOf(call), username: null, phone: phoneOf(call.person) },
        consuming: owners(call),
        start: startOf(call),
      }),
    comesTo: 'opened',
  },
  'accounts.removeOwn': {
    before: newcomerWithCode,
    run: (call) =>
      call.stores.accounts.removeOwn({
        session: newSession(call),
        address: { kind: 'phone', e164: freshPhone(call.fresh) },
        consuming: consumingOf(call, freshPhone(call.fresh)),
      }),
    comesTo: 'removed',
  },

  'credentials.findByIdentifier': { run: (call) => call.stores.credentials.findByIdentifier(identifierOf(call)) },
  'credentials.findBySession': { run: ({ stores, person }) => stores.credentials.findBySession(sessionOf(person)) },
  'credentials.countTry': {
    run: ({ stores, person, now }) =>
      stores.credentials.countTry({ subject: `account ${person}`, at: now, limit: 10, span: day }),
    comesTo: 'counted',
  },
  'credentials.changePassword': {
    before: newcomer,
    run: (call) =>
      call.stores.credentials.changePassword({
        session: newSession(call),
        verifiedHash: 'a hash',
        newHash: 'another one',
        tryId: null,
        start: { ...startOf(call), tokenHash: freshHash(call, 'second') },
      }),
    comesTo: 'changed',
  },
  'credentials.resetPassword': {
    before: newcomerWithCode,
    run: (call) =>
      call.stores.credentials.resetPassword({
        phone: freshPhone(call.fresh),
        account: null,
        consuming: consumingOf(call, freshPhone(call.fresh)),
        newHash: 'another one',
        start: { ...startOf(call), tokenHash: freshHash(call, 'second') },
      }),
    comesTo: 'reset',
  },
  'credentials.changeWithCode': {
    before: sendToOwner,
    run: (call) =>
      call.stores.credentials.changeWithCode({
        address: identifierOf(call),
        consuming: owners(call),
        newHash: passwordHashOf(call.person),
        caller: sessionOf(call.person),
      }),
    comesTo: 'changed',
  },

  'codes.send': { run: sendToOwner, comesTo: 'sent' },
  'codes.check': { before: sendToOwner, run: (call) => call.stores.codes.check(owners(call)), comesTo: 'right' },

  'profile.readOwn': { run: ({ stores, person }) => stores.profile.readOwn(sessionOf(person)) },
  'profile.find': { run: ({ stores, person }) => stores.profile.find(idOf(person)) },
  'profile.view': {
    run: ({ stores, person }) =>
      stores.profile.view(sessionOf(person), {
        accountId: idOf(person + 1),
        fansBefore: undefined,
        listsFor: () => 'others',
      }),
  },
  'profile.update': {
    run: ({ stores, person, fresh }) => stores.profile.update(sessionOf(person), { nickname: `nick ${fresh}` }),
    comesTo: 'updated',
  },
  'profile.update, username': {
    before: newcomer,
    run: (call) =>
      call.stores.profile.update(newSession(call), {
        username: { shown: `Else_${call.fresh}`, key: `else_${call.fresh}` },
      }),
    comesTo: 'updated',
  },
  'profile.setSignature': {
    run: ({ stores, person, fresh }) => stores.profile.setSignature(sessionOf(person), `signed ${fresh}`),
    comesTo: 'set',
  },
  'profile.readPrivacy': { run: ({ stores, person }) => stores.profile.readPrivacy(sessionOf(person)) },
  'profile.setPrivacy': {
    run: ({ stores, person, fresh }) => stores.profile.setPrivacy(sessionOf(person), { showsPhone: fresh % 2 === 0 }),
    comesTo: 'set',
  },
  'profile.claim': {
    before: newcomer,
    run: (call) =>
      call.stores.profile.claim(newSession(call), {
        before: { phone: freshPhone(call.fresh), email: null },
        addresses: [
          { address: { kind: 'phone', e164: `${freshPhone(call.fresh)}1` }, isVerified: false, notice: null },
        ],
        quiet: day,
      }),
    comesTo: 'claimed',
  },
  'profile.changeAddress': {
    before: async (call) => {
      await newcomer(call)
      await send(call, `${freshPhone(call.fresh)}2`)
    },
    run: (call) =>
      call.stores.profile.changeAddress(newSession(call), {
        before: { phone: freshPhone(call.fresh), email: null },
        next: { kind: 'phone', e164: `${freshPhone(call.fresh)}2` },
        consuming: [consumingOf(call, `${freshPhone(call.fresh)}2`)],
        notice: null,
        phoneChange: { at: call.now, limit: { most: 3, span: day } },
      }),
    comesTo: 'changed',
  },

  'pictures.find': { run: ({ stores, person }) => stores.pictures.find(avatarOf(person - (person % 2))) },
  'pictures.keepProfileCode': {
    run: ({ stores, person, fresh, now }) => stores.pictures.keepProfileCode(sessionOf(person), `code-${fresh}`, now),
  },
  'pictures.setAvatar': {
    before: newcomer,
    run: (call) =>
      call.stores.pictures.setAvatar(newSession(call), {
        kind: 'newAvatar',
        name: `fresh-${call.fresh}`,
        madeAt: call.now,
      }),
    comesTo: 'set',
  },

  'follows.read, owner': {
    run: ({ stores, person }) => stores.follows.read(idOf(person), { audience: 'owner', fansBefore: undefined }),
  },
  'follows.read, others': {
    run: ({ stores, person }) => stores.follows.read(idOf(person), { audience: 'others', fansBefore: undefined }),
  },
  'follows.follow': {
    before: newcomer,
    run: (call) => call.stores.follows.follow(newSession(call), { accountId: idOf(call.person), groupName: 'default' }),
    comesTo: 'followed',
  },
  'follows.unfollow': {
    before: async (call) => {
      await newcomer(call)
      await call.stores.follows.follow(newSession(call), { accountId: idOf(call.person), groupName: 'default' })
    },
    run: (call) => call.stores.follows.unfollow(newSession(call), idOf(call.person)),
    comesTo: 'unfollowed',
  },
  'follows.addGroup': {
    before: newcomer,
    run: (call) => call.stores.follows.addGroup(newSession(call), { names: ['friends'], limit: 50 }),
    comesTo: 'added',
  },
  'follows.removeGroup': {
    before: async (call) => {
      await newcomer(call)
      await call.stores.follows.addGroup(newSession(call), { names: ['friends'], limit: 50 })
      await call.stores.follows.follow(newSession(call), { accountId: idOf(call.person), groupName: 'friends' })
    },
    run: (call) => call.stores.follows.removeGroup(newSession(call), { name: 'friends', limit: 250 }),
    comesTo: 'removed',
  },
  'follows.settle': {
    before: newcomer,
    run: (call) => call.stores.follows.settle(newId(call), 250),
    comesTo: 'settled',
  },

  'identities.open': {
    run: (call) =>
      call.stores.identities.open(
        { provider: 'qq', appId: 'app', openid: `openid-${Math.floor(call.person / 10)}`, unionId: null },
        startOf(call),
      ),
    comesTo: 'opened',
  },
  'identities.insert': {
    run: (call) =>
      call.stores.identities.insert({
        identity: { provider: 'qq', appId: 'app', openid: `fresh-${call.fresh}`, unionId: null },
        account: { ...accountOf(call), username: null, phone: null },
        avatar: null,
        start: startOf(call),
      }),
    comesTo: 'opened',
  },

  'tickets.give': {
    before: newcomerWithCode,
    run: giveTicket,
    comesTo: 'given',
  },
  'tickets.resetPassword': {
    before: async (call) => {
      await newcomerWithCode(call)
      await giveTicket(call)
    },
    run: (call) =>
      call.stores.tickets.resetPassword({
        tokenHash: freshHash(call, 'ticket'),
        newHash: 'another one',
        now: call.now,
      }),
  },
  'tickets.isGood': {
    run: ({ stores, person, now }) => stores.tickets.isGood(hashOf(`ticket ${Math.floor(person / 10)}`), now),
  },

  'lookups.count': {
    run: ({ stores, person, fresh, now }) =>
      stores.lookups.count({
        source: `from ${person}`,
        subject: `looked up ${fresh}`,
        now,
        limit: { most: 60, span: day },
      }),
    comesTo: 'counted',
  },
  'requests.add': {
    run: ({ stores, person, now }) =>
      stores.requests.add({
        minute: now - (now % 60_000),
        counts: [{ source: `10.0.${person % 256}.1`, requests: 3 }],
      }),
  },
  'messages.claim': { before: sendToNew, run: ({ stores, now }) => stores.messages.claim({ channel: 'sms', now }) },
  'audit.append': {
    run: async (call) => {
      await call.stores.audit.append([lineOf(call)])
      return 'appended'
    },
  },
  'audit.list': { run: ({ stores, person }) => stores.audit.list({ accountId: idOf(person), limit: 20 }) },
}
