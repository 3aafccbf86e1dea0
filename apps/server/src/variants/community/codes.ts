import { requestIdentityCode } from '@acct/core'
import { community } from '@acct/schema'
import { bind } from '../../bind.ts'
import { retryAfter } from '../../http/effects.ts'
import { emailAddress, phoneAddress } from './fields.ts'

export const requestEmailCode = bind(
  community.routes.requestEmailCode,
  requestIdentityCode,
  ({ body: { email = '' }, source }, say) => {
    if (email === '') return say.emailMissing()
    const address = emailAddress(email)
    return address === undefined ? say.emailInvalid() : { address, source }
  },
  {
    sent: (_, say) => say.ok(),
    tooSoon: (result, say) => say.tooOften({}, retryAfter(result.retryAfter)),
  },
)

export const requestSmsCode = bind(
  community.routes.requestSmsCode,
  requestIdentityCode,
  ({ body: { phone = '' }, source }, say) => {
    if (phone === '') return say.phoneMissing()
    const address = phoneAddress(phone)
    return address === undefined ? say.phoneInvalid() : { address, source }
  },
  {
    sent: (_, say) => say.ok(),
    tooSoon: (result, say) => say.tooOften({}, retryAfter(result.retryAfter)),
  },
)
