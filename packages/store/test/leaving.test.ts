import { setImmediate } from 'node:timers/promises'
import {
  createAccount,
  deleteOwnAccount,
  findSession,
  followAccount,
  refreshAccess,
  requestIdentityCode,
  requestResetLink,
  signInWithPassword,
} from '@acct/core'
import { testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { count, engines } from './engines.ts'

const phone = '+8613812345678'
const email = 'han@example.com'
const byPhone = { kind: 'phone', e164: phone } as const
const byEmail = { kind: 'email', email: { shown: email, key: email } } as const
const password = 'Right_1'
const source = '192.0.2.1'
const rounds = 20

// Where rows are found that refer to an account that is not there.
const references = {
  sessions: ['account_id'],
  pictures: ['account_id'],
  identities: ['account_id'],
  follow_groups: ['account_id'],
  reset_tickets: ['account_id'],
  phone_changes: ['account_id'],
  unsettled_follows: ['account_id'],
  follows: ['follower_id', 'followee_id'],
}

test.each(engines)(
  `on $name whoever leaves is gone, whatever they and others do meanwhile, ${rounds} rounds`,
  async ({ fresh }) => {
    const place = await fresh()
    const store = await place.open()
    const core = testCore(store.stores, {
      settings: { codeInterval: 0, codesPerHour: 0, codesPerDay: 0, codesPerSourcePerDay: 0 },
    })
    const signIn = async (identifier: string) => {
      const outcome = await signInWithPassword(core, { identifier, password, withTokens: true })
      return outcome.kind === 'signedIn' ? outcome.session : undefined
    }
    const codeTo = async (address: typeof byPhone | typeof byEmail) => {
      await requestIdentityCode(core, { address, source })
      const [newest] = await core.stores.messages.list({ limit: 1 })
      return newest?.code ?? ''
    }
    const fan = await createAccount(core, { username: 'fan', password })
    const [ofFan, met] = [await signIn('fan'), new Set<string>()]
    if (fan.kind !== 'created' || ofFan === undefined) throw new Error(fan.kind)
    for (let round = 0; round < rounds; round += 1) {
      const owner = await createAccount(core, { phone, email, password })
      const mine = await signIn(phone)
      if (owner.kind !== 'created' || mine === undefined) throw new Error(owner.kind)
      const { session, tokens } = mine
      const [code, linkCode] = [await codeTo(byPhone), await codeTo(byEmail)]
      const opened: (string | undefined)[] = [mine.token, tokens?.access.token]
      const acts = [
        async () => {
          // In every other round the others come first, further and further.
          await turns(round % 2 === 0 ? round / 2 : 0)
          return deleteOwnAccount(core, { session, address: byPhone, code })
        },
        async () => {
          const another = await signIn(phone)
          opened.push(another?.token, another?.tokens?.access.token)
          return { kind: another === undefined ? 'notSignedIn' : 'signedIn' }
        },
        async () => {
          const refreshed = await refreshAccess(core, { refreshToken: tokens?.refresh.token ?? '' })
          if (refreshed.kind === 'refreshed') opened.push(refreshed.access.token)
          return refreshed
        },
        () => followAccount(core, { session, accountId: fan.accountId }),
        () => followAccount(core, { session: ofFan.session, accountId: owner.accountId }),
        () => requestResetLink(core, { address: byEmail, code: linkCode }),
      ]
      const [leave, ...others] = acts
      const inTheWay = others.map(async (act) => {
        // In every other one they come later, and later.
        await turns(round % 2 === 1 ? 2 ** (round / 2) : 0)
        return act()
      })
      const outcomes = await Promise.all([leave?.(), ...inTheWay])
      for (const outcome of outcomes) met.add(outcome?.kind ?? 'none')
      for (const token of opened) expect(await findSession(core, { token: token ?? '' })).toEqual({ kind: 'none' })
      for (const [table, columns] of Object.entries(references)) {
        for (const column of columns) {
          expect(await count(place, `${table} where ${column} not in (select id from accounts)`), table).toBe(0)
        }
      }
      const left = ['tokens', 'accounts', 'codes', 'messages']
      const rows: number[] = []
      for (const table of left) rows.push(await count(place, table))
      expect(rows).toEqual([2, 1, 0, 0])
    }
    const both = ['deleted', 'signedIn', 'notSignedIn', 'refreshed', 'invalid', 'followed', 'unknownAccount', 'sent']
    expect([...met]).toEqual(expect.arrayContaining(both))
    await store.close()
  },
)

/** Lets whatever is ready go first, so many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate()
}
