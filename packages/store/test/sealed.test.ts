import { readFileSync } from 'node:fs'
import {
  createAccount,
  deliverDue,
  type Message,
  refreshAccess,
  requestChangeCode,
  requestIdentityCode,
  requestLoginCode,
  requestResetCode,
  requestResetLink,
  resetPasswordWithTicket,
  signInWithCode,
  signInWithPassword,
} from '@acct/core'
import { type TestCore, testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { engines } from './engines.ts'
import { freshFile, openWithClient } from './support.ts'

const phone = '+8613812345678'
const source = '192.0.2.1'
const password = 'Right_1'
const channels = { sms: 'gateway', email: 'inbox' } as const

/** Everything that is on the disk while the database is open. */
const bytesOf = (file: string) => ['', '-wal'].map((suffix) => readFileSync(file + suffix, 'latin1')).join('')

function collecting() {
  const got: Message[] = []
  const sms = {
    send: async (message: Message) => {
      got.push(message)
      return { kind: 'sent' } as const
    },
  }
  return { got, senders: { sms, email: 'inbox' } as const }
}

async function loginCode(core: TestCore): Promise<string> {
  expect(await requestLoginCode(core, { phone, source })).toEqual({ kind: 'sent' })
  const { got, senders } = collecting()
  await deliverDue(core, senders)
  const code = got[0]?.code
  if (code == null) throw new Error('no code was delivered')
  return code
}

test('no code, token, source or text of a message can be read in the files, at any time', async () => {
  const file = freshFile()
  const { store, client } = openWithClient(file)
  const core = testCore(store.stores, { settings: { channels, codeInterval: 0 } })
  await createAccount(core, { phone, password })
  const address = { kind: 'email', email: { shown: 'h@example.com', key: 'h@example.com' } } as const
  await requestChangeCode(core, { address, source })
  const [mail] = await core.stores.messages.list({ limit: 1 })
  const signedIn = await signInWithPassword(core, { identifier: phone, password, withTokens: true })
  if (signedIn.kind !== 'signedIn' || signedIn.session.tokens === undefined) throw new Error(signedIn.kind)
  const { access, refresh } = signedIn.session.tokens
  const refreshed = await refreshAccess(core, { refreshToken: refresh.token })
  if (refreshed.kind !== 'refreshed') throw new Error(refreshed.kind)
  const queued = bytesOf(file)
  const code = await loginCode(core)
  const tokens = [signedIn.session.token, access.token, refresh.token, refreshed.access.token]
  const secrets = [...tokens.map((token) => token.slice(7)), mail?.code ?? '', code, '验证码', 'is your code', source]
  for (const bytes of [queued, bytesOf(file)]) {
    for (const secret of secrets) expect(bytes).not.toContain(Buffer.from(secret).toString('latin1'))
  }
  expect(client.prepare("select count(*) from messages where state = 'sent' and sealed is null").pluck().get()).toBe(1)
  store.close()
})

test('no ticket can be read in the files, before it is delivered and after, used and over', async () => {
  const file = freshFile()
  const { store, client } = openWithClient(file)
  const core = testCore(store.stores, { settings: { channels, codeInterval: 0 } })
  await createAccount(core, { phone, password })
  const address = { kind: 'phone', e164: phone } as const
  const { got, senders } = collecting()
  await requestIdentityCode(core, { address, source })
  await deliverDue(core, senders)
  expect(await requestResetLink(core, { address, code: got[0]?.code ?? '' })).toEqual({ kind: 'sent' })
  const states = [bytesOf(file)]
  await deliverDue(core, senders)
  states.push(bytesOf(file))
  const ticket = /acct_t_([\w-]{43})$/.exec(got[1]?.link ?? '')?.[0] ?? ''
  expect(await resetPasswordWithTicket(core, { ticket, newPassword: 'new' })).toEqual({ kind: 'reset' })
  states.push(bytesOf(file))
  for (const bytes of states) {
    for (const secret of [ticket.slice(7), 'reset-password', '设置新密码']) {
      expect(bytes).not.toContain(Buffer.from(secret).toString('latin1'))
    }
  }
  expect(
    client.prepare("select count(*) from messages where purpose = 'resetLink' and sealed is null").pluck().get(),
  ).toBe(1)
  store.close()
})

test.each(engines)('on $name codes, limits and the queue survive a restart', async ({ fresh }) => {
  const place = await fresh()
  const before = await place.open()
  const first = testCore(before.stores, { settings: { channels } })
  await createAccount(first, { phone, password })
  await requestLoginCode(first, { phone, source })
  await before.close()

  const after = await place.open()
  const core = testCore(after.stores, { clock: first.clock, seed: 'restarted', settings: { channels } })
  expect(await requestResetCode(core, { phone, source })).toEqual({ kind: 'tooSoon', retryAfter: 60 })
  const { got, senders } = collecting()
  await deliverDue(core, senders)
  await deliverDue(core, senders)
  expect(got).toHaveLength(1)
  expect(await signInWithCode(core, { phone, code: got[0]?.code ?? '' })).toMatchObject({ kind: 'signedIn' })
  await after.close()
})
