import { sessionToken } from '@acct/sdk'
import { createClient } from '@acct/sdk/community'
import { inject } from 'vitest'

const url = inject('url')

export const password = 'right_123'

let people = 0
/** What no other test file and no earlier test has used. */
const fresh = () => `${process.pid}${String(++people).padStart(3, '0')}`

export const newUsername = (): string => `li_lei_${fresh()}`
export const newEmail = (): string => `li.lei.${fresh()}@example.com`
/** Eleven digits, as people type their number. */
export const newPhone = (): string => `139${fresh().padStart(8, '0').slice(-8)}`

/** The newest code that was sent to an address: a number in E.164, or an e-mail address. */
export async function codeTo(address: string, at: string = url): Promise<string> {
  const newest = (await messagesTo(address, at)).find(({ code }) => code !== null)
  if (newest?.code == null) throw new Error(`no code was sent to ${address}`)
  return newest.code
}

/** What was sent to an address, the newest first. */
export async function messagesTo(
  address: string,
  at: string = url,
): Promise<readonly { readonly code: string | null; readonly text: string }[]> {
  const answer = await fetch(`${at}/dev/inbox.json?to=${encodeURIComponent(address)}`)
  return ((await answer.json()) as { messages: { code: string | null; text: string }[] }).messages
}

/** A code that is well-formed and not this one. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000')

/** Somebody with an account, and a session of theirs. */
export interface Person {
  readonly id: number
  readonly username: string
  readonly token: string
  readonly client: ReturnType<typeof createClient>
}

/** Signs up with a name and, if said, a displayed name, a number and an e-mail; by the SDK, as every client does. */
export async function somebody(
  { name, phone, email }: { name?: string; phone?: string; email?: string } = {},
  at: string = url,
): Promise<Person> {
  const username = newUsername()
  let token: string | undefined
  const client = createClient({ baseUrl: `${at}/community`, token: () => token })
  const signedUp = await client.signup({ username, passwd: password })
  token = sessionToken(signedUp.headers ?? new Headers())
  if (token === undefined) throw new Error(signedUp.outcome)
  const change = async (changes: Parameters<typeof client.setOwnInfo>[0]) => {
    const answer = await client.setOwnInfo(changes)
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
  }
  if (name !== undefined) await change({ name })
  if (phone !== undefined) {
    await client.requestSmsCode({ phone: `86${phone}` })
    await change({ phone: `86${phone}`, code: await codeTo(`+86${phone}`, at) })
  }
  if (email !== undefined) {
    await client.requestEmailCode({ email })
    if (phone !== undefined) await client.requestSmsCode({ phone: `86${phone}` })
    const original = phone === undefined ? {} : { original_code: await codeTo(`+86${phone}`, at) }
    await change({ email, code: await codeTo(email, at), ...original })
  }
  const info = await client.getOwnInfo({})
  if (info.outcome !== 'ok') throw new Error(info.outcome)
  return { id: info.body.userid, username, token, client }
}
