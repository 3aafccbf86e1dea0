import { Type } from '@sinclair/typebox'
import { digits, text } from '../atoms.ts'

/** The fields that several routes of `phone` share, and the headers of those that open a session. */

/** The path of every route about a number. */
export const numberInPath = Type.Object({
  phone_number: Type.String({
    description: 'A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.',
    examples: ['13812345678'],
  }),
})

export const phoneNumber = text('The same number as in the path.', { examples: ['13812345678'] })

export const code = digits('The six digits that the SMS holds. A number is padded with zeros.', {
  examples: ['012345'],
})

export const account = text(
  'The account’s name: up to 64 characters, no space or @, nothing that reads as a phone number. Case does not count.',
  { examples: ['li_lei'] },
)

/** The account in an answer. */
export const userId = Type.Integer({ minimum: 1, description: 'The account’s id.', examples: [4503599627370497] })

export const setsCookie = {
  'set-cookie': { description: 'The session cookie `acct_session` (`__Host-acct_session` on HTTPS).' },
}

/** What a route that sends a code has to say beside what it sends. */
export const sendingLimits =
  'A code is good for 10 minutes and one use. One message a minute to a number, 5 an hour, 10 a day, whichever API asks.'
