import { requestResetCode, resetPasswordByPhone } from '@acct/core'
import { phone } from '@acct/schema'
import { bind } from '../../bind.ts'
import { startSession } from '../../http/cookie.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'
import { agreedNumber, mayBePassword, numberOf } from './fields.ts'

export const sendResetCode = bind(
  phone.routes.sendResetCode,
  requestResetCode,
  ({ params, source, incidental }, say) => {
    if (incidental) return say.forbidden()
    const number = numberOf(params.phone_number)
    return number === undefined ? say.badRequest() : { phone: number, source }
  },
  {
    sent: (_, say) => say.ok(),
    tooSoon: later,
  },
)

export const forgetPassword = bind(
  phone.routes.forgetPassword,
  resetPasswordByPhone,
  ({ params, body }, say) => {
    const number = agreedNumber(params.phone_number, body.phone_number)
    if (number === undefined) return say.codeWrong()
    if (!mayBePassword(body.new_password)) return say.badRequest()
    const { account = '', new_password: newPassword } = body
    return { phone: number, account, code: codeOf(body.identifying), newPassword }
  },
  {
    reset: ({ session }, say) => say.ok({ user_id: session.session.accountId }, startSession(session)),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
    accountMismatch: (_, say) => say.userNotFound(),
    locked: (_, say) => say.codeWrong(),
    passwordRefused: (_, say) => say.badRequest(),
  },
)
