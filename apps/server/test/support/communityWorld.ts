import { createAccount, findAccount, setLevel } from '@acct/core'
import { communityClient } from './communityDriver.ts'
import { type Device, newDevice } from './cookies.ts'
import { type encodings, sentAs } from './encodings.ts'
import { codeFor } from './inbox.ts'
import { startTestServer, type TestServer } from './server.ts'

export const minute = 60_000
export const passwd = 'right_123'

/** A body of this document that is nothing but a number. */
export const error = (number: number) => ({ status: 200, body: { error: number } })

type Client = ReturnType<typeof communityClient>

/** Somebody with an account, signed in. */
export interface Somebody {
  readonly id: number
  readonly client: Client
  readonly username: string
  /** Speaks for their device, its cookies included. */
  readonly fetch: typeof fetch
}

/** A server, and people who come to it through `community`, with bodies in one encoding. */
export interface CommunityWorld {
  readonly test: TestServer
  readonly newcomer: () => Client
  /** A number that nobody had before, as the document writes it. */
  readonly newPhone: () => string
  readonly newEmail: () => string
  /** Signs up with a name. */
  readonly somebody: (level?: number) => Promise<Somebody>
  /** The same, with a verified number and a verified e-mail. */
  readonly reachable: () => Promise<Somebody & { phone: string; email: string }>
  /** Asks for a code as a client does and reads it; a minute passes, so that the next one can be asked for. */
  readonly codeTo: (address: { phone: string } | { email: string }) => Promise<string>
}

export async function communityWorld(
  encoding: (typeof encodings)[number] = 'JSON',
  settings: Readonly<Record<string, string>> = {},
): Promise<CommunityWorld> {
  const test = await startTestServer({
    ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
    ACCT_LIMIT_CODES_PER_HOUR: '0',
    ACCT_LIMIT_CODES_PER_DAY: '0',
    ...settings,
  })
  const { core } = test.server
  let people = 0
  const clientOn = (device: Device) => communityClient(test.url, { ...device, fetch: sentAs(encoding, device.fetch) })
  const newcomer = () => clientOn(newDevice())
  const newPhone = () => `86139${String(++people).padStart(8, '0')}`
  const newEmail = () => `person${++people}@example.com`
  const idOf = async (who: string) => {
    const found = await findAccount(core, { who })
    if (found.kind !== 'account') throw new Error(`nobody is called ${who}`)
    return found.account.id
  }
  return {
    test,
    newcomer,
    newPhone,
    newEmail,
    somebody: async (level = 1) => {
      const username = `person_${++people}`
      const device = newDevice()
      const client = clientOn(device)
      const answer = await client.signup({ username, passwd })
      if (answer.outcome !== 'ok') throw new Error(answer.outcome)
      const id = await idOf(username)
      await setLevel(core, { accountId: id, level })
      return { id, client, username, fetch: device.fetch }
    },
    reachable: async () => {
      const [username, phone, email] = [`reachable_${++people}`, newPhone(), newEmail()]
      const created = await createAccount(core, { username, password: passwd, phone: `+${phone}`, email, level: 1 })
      if (created.kind !== 'created') throw new Error(created.kind)
      const device = newDevice()
      const client = clientOn(device)
      const answer = await client.login({ username, passwd })
      if (answer.outcome !== 'ok') throw new Error(answer.outcome)
      return { id: created.accountId, client, username, phone, email, fetch: device.fetch }
    },
    codeTo: async (address) => {
      const answer =
        'phone' in address ? await newcomer().requestSmsCode(address) : await newcomer().requestEmailCode(address)
      if (answer.outcome !== 'ok') throw new Error(answer.outcome)
      test.clock.advance(minute)
      return codeFor(core, 'phone' in address ? `+${address.phone}` : address.email)
    },
  }
}
