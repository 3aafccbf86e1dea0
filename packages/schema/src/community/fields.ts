import { digits, text } from '../atoms.ts'

/** The request fields that several routes of `community` share, with the document's limits. */

export const username = text('The account’s name: up to 64 characters (Unicode code points). Case does not count.', {
  examples: ['li_lei'],
})

export const email = text('An e-mail address.', { examples: ['li.lei@example.com'] })

export const phone = text('A mobile number: country code and number, without `+` and without leading zeros.', {
  examples: ['8613812345678'],
})

export const code = (description: string) =>
  digits(`${description} Six digits; a number is padded with zeros.`, { examples: ['012345'] })

export const id = digits('The account’s id, in digits; a number, as ids are answered, is taken too.', {
  examples: ['4503599627370497'],
})

export const fansBefore = digits(
  'The last id of a list of fans that was cut: the list goes on after it, with those who came earlier.',
  { extension: true, examples: ['4503599627370497'] },
)

/** What logging in adds to its answer. */
export const sessionCookie = {
  'set-cookie': { description: 'The session cookie `acct_session` (`__Host-acct_session` on HTTPS).' },
}

/** What ending a session adds to its answer. */
export const cookieGone = { 'set-cookie': { description: 'The session cookie is taken away.' } }
