import { checkPhone as lookUpPhone, checkUsername as lookUpUsername, parseMobile } from '@acct/core'
import { token } from '@acct/schema'
import { bind } from '../../bind.ts'
import { later } from '../later.ts'

export const checkUsername = bind(
  token.routes.checkUsername,
  lookUpUsername,
  ({ query: { username = '' }, source }, say) => {
    if (username === '') return say.usernameMissing()
    return Buffer.byteLength(username) > 14 ? say.usernameTooLong() : { username, source }
  },
  {
    free: (_, say) => say.ok(),
    taken: (_, say) => say.usernameTaken(),
    // The document has no words for a name that nobody may have.
    refused: (_, say) => say.badRequest(),
    tooManyLookups: later,
  },
)

export const checkPhone = bind(
  token.routes.checkPhone,
  lookUpPhone,
  ({ query: { phone = '' }, source }, say) => {
    if (phone === '') return say.phoneMissing()
    const number = parseMobile(phone, 'mainlandOrE164')
    // Nor for a number that is none.
    return number === undefined ? say.badRequest() : { phone: number, source }
  },
  {
    free: (_, say) => say.ok(),
    taken: (_, say) => say.phoneTaken(),
    tooManyLookups: later,
  },
)
