import { createHash, randomInt } from 'node:crypto'
import type { Consuming, NewAccount, NewMessage, Session, SessionStart, Stores } from '@acct/core'

/** Something that many do at once. What is given over to another process is plain data. */
export interface Race {
  /** Makes what is raced about, and tells what the racers need to know. */
  prepare(stores: Stores): Promise<Prize>
  /** One try of one racer; no two have the same index. */
  run(stores: Stores, prize: Prize, index: number): Promise<string>
  /** What many tries come to: how often which outcome was seen. */
  winners: Record<string, number>
  /** Outcomes of all who did not win. */
  losers: string[]
}

/** What the racers need to know. */
export interface Prize {
  key: string
  accountId: number
  session: Session
}

const now = 1_000_000
const later = now + 3_600_000
const id = () => randomInt(1, 2 ** 47)
export const hashOf = (text: string) => createHash('sha256').update(text).digest()

function account(fields: Partial<NewAccount> = {}): NewAccount {
  const none = { username: null, nickname: null, gender: null, phone: null, phoneClaim: null, email: null }
  return { id: id(), ...none, passwordHash: 'hash', role: 'normal_user', level: 0, createdAt: now, ...fields }
}

const start = (token: string): SessionStart => ({ tokenHash: hashOf(token), startedAt: now, endsAt: later, tokens: [] })

const consuming = (address: string): Consuming => {
  const limits = { perCode: 5, perAddress: 20, span: 1000 }
  return { address, scope: 'login', codeHash: hashOf('right'), now, subject: `subject ${address}`, limits }
}

const message = (to: string): NewMessage => {
  const common = { channel: 'sms', to, toKey: to, purpose: 'login', scope: 'login', state: 'queued' } as const
  return { ...common, sealed: hashOf(to), at: now, expiresAt: later }
}

const sending = (address: string) => {
  const { scope, codeHash, subject } = consuming(address)
  const limits = { perAddress: [{ most: 1, span: 60_000 }], perSource: [] }
  return { address, scope, codeHash, subject, limits, expiresAt: later, message: message(address), source: 's', now }
}

async function signedUp(stores: Stores, fields: Partial<NewAccount> = {}): Promise<Prize> {
  const [key, row] = [`key ${id()}`, account(fields)]
  const outcome = await stores.accounts.signUp({ account: row, start: start(key) })
  if (outcome.kind !== 'signedUp') throw new Error(outcome.kind)
  return { key, accountId: row.id, session: outcome.session }
}

const phone = () => `+86138${String(randomInt(1e8)).padStart(8, '0')}`
const free = async (): Promise<Prize> => ({ key: phone(), accountId: 0, session: { id: 0, accountId: 0 } })

const signIn = async (stores: Stores, accountId: number, token: string) => {
  const proof = { verifiedHash: 'hash', upgradedHash: null, tryId: null }
  return (await stores.sessions.open({ accountId, ...proof, start: start(token) })).kind
}

export const races: Record<string, Race> = {
  'registering a name': {
    prepare: free,
    run: (stores, { key }) => stores.accounts.insert(account({ username: { shown: key, key } })),
    winners: { inserted: 1 },
    losers: ['usernameTaken'],
  },
  'verifying a number': {
    prepare: free,
    run: async (stores, { key }, index) => {
      const row = account({ phone: key, phoneClaim: null })
      return (await stores.accounts.signUp({ account: row, start: start(`${key} ${index}`) })).kind
    },
    winners: { signedUp: 1 },
    losers: ['taken'],
  },
  'coming first with a number': {
    prepare: async (stores) => {
      const prize = await free()
      await stores.codes.send(sending(prize.key))
      return prize
    },
    run: async (stores, { key }, index) => {
      const input = { phone: key, account: account({ phone: key }), consuming: consuming(key) }
      const outcome = await stores.accounts.signInOrSignUp({ ...input, start: start(`${key} ${index}`) })
      return outcome.kind
    },
    winners: { opened: 1 },
    losers: ['codeMissing'],
  },
  'coming first with an identity': {
    prepare: free,
    run: async (stores, { key }, index) => {
      const identity = { provider: 'qq', appId: 'app', openid: key, unionId: null } as const
      const input = { identity, account: account(), avatar: null, start: start(`${key} ${index}`) }
      const outcome = await stores.identities.insert(input)
      return outcome.kind === 'opened' ? `opened ${outcome.isNew ? 'new' : 'known'}` : outcome.kind
    },
    winners: { 'opened new': 1 },
    losers: ['opened known'],
  },
  'spending a code': {
    prepare: async (stores) => {
      const key = phone()
      const prize = await signedUp(stores, { phone: key })
      await stores.codes.send(sending(key))
      return { ...prize, key }
    },
    run: async (stores, { key }, index) =>
      (await stores.sessions.openWithCode({ phone: key, consuming: consuming(key), start: start(`${key} ${index}`) }))
        .kind,
    winners: { opened: 1 },
    losers: ['codeMissing'],
  },
  'guessing a code': {
    prepare: async (stores) => {
      const prize = await free()
      await stores.codes.send(sending(prize.key))
      return prize
    },
    run: async (stores, { key }) => (await stores.codes.check({ ...consuming(key), codeHash: hashOf('wrong') })).kind,
    winners: { codeWrong: 5 },
    losers: ['codeMissing'],
  },
  'asking for a code': {
    prepare: free,
    run: async (stores, { key }) => (await stores.codes.send(sending(key))).kind,
    winners: { sent: 1 },
    losers: ['tooSoon'],
  },
  'asking about one more identifier': {
    prepare: free,
    run: async (stores, { key }, index) => {
      const about = { source: key, subject: `${index}`, now, limit: { most: 1, span: 1000 } }
      return (await stores.lookups.count(about)).kind
    },
    winners: { counted: 1 },
    losers: ['tooMany'],
  },
  'the last allowed password try': {
    prepare: async (stores) => {
      const prize = await free()
      for (let before = 0; before < 9; before += 1) await tryPassword(stores, prize.key)
      return prize
    },
    run: (stores, { key }) => tryPassword(stores, key),
    winners: { counted: 1 },
    losers: ['closed'],
  },
  'moving a follow': {
    prepare: async (stores) => {
      const [follower, { accountId }] = [await signedUp(stores), await signedUp(stores)]
      await stores.follows.follow(follower.session, { accountId, groupName: 'default' })
      return { ...follower, accountId }
    },
    run: (stores, { session, accountId }) => stores.follows.follow(session, { accountId, groupName: 'special' }),
    winners: { followed: 1 },
    losers: ['alreadyThere'],
  },
  'the 50th group': {
    prepare: async (stores) => {
      const prize = await signedUp(stores)
      for (let group = 0; group < 49; group += 1) {
        await stores.follows.addGroup(prize.session, { names: [`before ${group}`], limit: 50 })
      }
      return prize
    },
    run: async (stores, { session }, index) =>
      (await stores.follows.addGroup(session, { names: [`group ${index}`], limit: 50 })).kind,
    winners: { added: 1 },
    losers: ['tooManyGroups'],
  },
  'the last allowed change of a number': {
    prepare: async (stores) => {
      const key = phone()
      return { ...(await signedUp(stores, { phone: key })), key }
    },
    run: async (stores, { session, key }) => {
      const phoneChange = { at: now, limit: { most: 1, span: 1000 } }
      const change = { next: { kind: 'phone', e164: phone() }, consuming: [], notice: null, phoneChange } as const
      const { kind } = await stores.profile.changeAddress(session, {
        ...change,
        consuming: [],
        before: { phone: key, email: null },
      })
      return kind
    },
    winners: { changed: 1 },
    losers: ['addressesChanged'],
  },
  'taking a message': {
    prepare: async (stores) => {
      const prize = await free()
      await stores.codes.send(sending(prize.key))
      return prize
    },
    run: async (stores) => ((await stores.messages.claim({ channel: 'sms', now })) === undefined ? 'none' : 'taken'),
    winners: { taken: 1 },
    losers: ['none'],
  },
  'refreshing and logging out': {
    prepare: (stores) => signedUp(stores),
    run: async (stores, { key, session }, index) => {
      if (index % 10 === 0) return (await stores.sessions.end(session)) ? 'ended' : 'over'
      const token = { kind: 'access', tokenHash: hashOf(`${key} ${index}`), expiresAt: later } as const
      return (await stores.sessions.addToken(session, token, { at: now + index, endsAt: later })) ? 'refreshed' : 'over'
    },
    winners: { ended: 1 },
    losers: ['over', 'refreshed'],
  },
  'dropping out and logging in': {
    prepare: (stores) => signedUp(stores),
    run: async (stores, { key, accountId }, index) => {
      if (index % 10 === 0) return (await stores.accounts.remove(accountId)) === undefined ? 'gone' : 'removed'
      return signIn(stores, accountId, `${key} ${index}`)
    },
    winners: { removed: 1 },
    losers: ['gone', 'opened', 'passwordChanged'],
  },
  'changing a password and logging in with the old one': {
    prepare: (stores) => signedUp(stores),
    run: async (stores, { key, accountId, session }, index) => {
      if (index % 10 !== 0) return signIn(stores, accountId, `${key} ${index}`)
      const input = { session, verifiedHash: 'hash', newHash: `new ${index}`, tryId: null }
      return `change ${(await stores.credentials.changePassword({ ...input, start: start(`${key} new ${index}`) })).kind}`
    },
    winners: { 'change changed': 1 },
    losers: ['change sessionOver', 'opened', 'passwordChanged'],
  },
}

async function tryPassword(stores: Stores, subject: string): Promise<string> {
  return (await stores.credentials.countTry({ subject, at: now, limit: 10, span: 1000 })).kind
}
