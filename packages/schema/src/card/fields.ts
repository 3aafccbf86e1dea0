import { text } from '../atoms.ts'

/** The request fields that several routes of `card` share, with the document's limits. */

export const username = text(
  'The account’s name: 1 to 20 of the characters A–Z, a–z, 0–9 and _. Case does not count.',
  {
    examples: ['li_lei'],
  },
)

export const password = text('1 to 20 of the characters A–Z, a–z, 0–9 and _.', { examples: ['hanmeimei_1'] })

export const nickname = text('The name shown to others: 1 to 20 characters (Unicode code points) of any kind.', {
  examples: ['李雷'],
})

export const telephone = text(
  'A mainland mobile number, exactly 11 digits. Kept as a claim: it is shown to its owner, but identifies nobody.',
  { examples: ['13812345678'] },
)
