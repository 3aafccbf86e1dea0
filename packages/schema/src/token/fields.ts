import { Type } from '@sinclair/typebox'
import { digits, instant, text } from '../atoms.ts'
import { fails } from './envelope.ts'

/** The fields and outcomes that several routes of `token` share. Lengths are in bytes of UTF-8. */

export const phone = text('A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.', {
  examples: ['13812345678'],
})

export const username = (limit: number) =>
  text(
    `The account’s name, up to ${limit} bytes in UTF-8. No space or @, nothing that reads as a phone number. Case does not count.`,
    { examples: ['李雷'] },
  )

export const code = (description: string) =>
  digits(`${description} Six digits; a number is padded with zeros.`, { examples: ['012345'] })

/** An access token in a request. The document has it in the query of a GET and in the body of a PUT. */
export const token = text(
  'The access token. `Authorization: Bearer …` or the session cookie will do in its place, and keeps it out of URLs.',
  { examples: ['acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'] },
)

/** An access token in an answer. */
export const accessToken = Type.String({
  pattern: '^acct_a_[A-Za-z0-9_-]{43}$',
  description: 'An access token, good for 15 minutes, and no longer than its session.',
  examples: ['acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'],
})

/** What a signed-in route answers to everybody else. */
export const notSignedIn = {
  tokenMissing: fails('token 不可为空', 'There is no token, or an empty one.'),
  tokenInvalid: fails('token 不合法', 'The token is no access token, or it expired, or its session is over.'),
} as const

/** What is known of an account, as the document calls it. */
export const person = {
  Uid: Type.Integer({ minimum: 1, description: 'The account’s id.', examples: [4503599627370497] }),
  Username: Type.String({
    description: 'The account’s name as it was typed; empty if it has none.',
    examples: ['李雷'],
  }),
  RegDate: instant('When the account was made, RFC 3339.', { examples: ['2026-01-02T03:04:05.678Z'] }),
  Statement: Type.String({ description: 'The personal signature; empty if there is none.', examples: ['hello'] }),
}

/** What a route that sends a code has to say beside what it sends. */
export const sendingLimits =
  'A code is good for 10 minutes and one use. One message a minute to an address, 5 an hour, 10 a day, whichever API asks.'
