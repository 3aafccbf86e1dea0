import { changePasswordWithCode, requestResetLink, resetPasswordWithTicket } from '@acct/core'
import { community } from '@acct/schema'
import { bind, bindKnowingCaller } from '../../bind.ts'
import { addressAndCode, mayBePassword } from './fields.ts'

export const changePasswd = bindKnowingCaller(
  community.routes.changePasswd,
  changePasswordWithCode,
  ({ body, session }, say) => {
    const asked = addressAndCode(body, say)
    if ('said' in asked) return asked
    const { passwd: newPassword = '' } = body
    if (!mayBePassword(newPassword)) return say.passwordInvalid()
    const { address, code } = asked
    return address === undefined ? say.codeExpired() : { address, code, newPassword, caller: session }
  },
  {
    changed: (_, say) => say.ok(),
    unknownAccount: (_, say) => say.accountMissing(),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
    locked: (_, say) => say.codeWrong(),
    passwordRefused: (_, say) => say.passwordInvalid(),
  },
)

export const getPasswd = bind(
  community.routes.getPasswd,
  requestResetLink,
  ({ body }, say) => {
    const asked = addressAndCode(body, say)
    if ('said' in asked) return asked
    const { address, code } = asked
    return address === undefined ? say.codeExpired() : { address, code }
  },
  {
    sent: (_, say) => say.ok(),
    unknownAccount: (_, say) => say.accountMissing(),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
    locked: (_, say) => say.codeWrong(),
  },
)

export const resetPasswd = bind(
  community.routes.resetPasswd,
  resetPasswordWithTicket,
  ({ body: { ticket = '', passwd = '' } }) => ({ ticket, newPassword: mayBePassword(passwd) ? passwd : undefined }),
  {
    reset: (_, say) => say.ok(),
    ticketOver: (_, say) => say.ticketOver(),
    passwordRefused: (_, say) => say.passwordInvalid(),
  },
)
