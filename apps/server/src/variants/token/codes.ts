import { parseMobile, readEmail, requestChangeCode, requestRegistrationCode } from '@acct/core'
import { token } from '@acct/schema'
import { bind } from '../../bind.ts'
import { later } from '../later.ts'

export const sendCode = bind(
  token.routes.sendCode,
  requestChangeCode,
  ({ body: { phone = '' }, source }, say) => {
    if (phone === '') return say.phoneMissing()
    const e164 = parseMobile(phone, 'mainlandOrE164')
    return e164 === undefined ? say.phoneInvalid() : { address: { kind: 'phone' as const, e164 }, source }
  },
  {
    sent: (_, say) => say.ok(),
    tooSoon: later,
  },
)

export const sendEmailCode = bind(
  token.routes.sendEmailCode,
  requestChangeCode,
  ({ body: { email = '' }, source }, say) => {
    if (email === '') return say.emailMissing()
    const read = readEmail(email)
    return read === undefined ? say.emailInvalid() : { address: { kind: 'email' as const, email: read }, source }
  },
  {
    sent: (_, say) => say.ok(),
    tooSoon: later,
  },
)

export const sendRegisterCode = bind(
  token.routes.sendRegisterCode,
  requestRegistrationCode,
  ({ body: { phone = '' }, source }, say) => {
    if (phone === '') return say.phoneMissing()
    const number = parseMobile(phone, 'mainlandOrE164')
    return number === undefined ? say.phoneInvalid() : { phone: number, source, whenTaken: 'refuse' as const }
  },
  {
    sent: (_, say) => say.ok(),
    taken: (_, say) => say.phoneTaken(),
    tooSoon: later,
    tooManyLookups: later,
  },
)
