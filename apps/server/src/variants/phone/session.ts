import { requestLoginCode, signInWithCode, signInWithPassword, signOut } from '@acct/core'
import { phone } from '@acct/schema'
import { bind, bindKnowingCaller, bindSignedIn } from '../../bind.ts'
import { endSession, startSession } from '../../http/cookie.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'
import { agreedNumber, numberOf } from './fields.ts'

export const login = bind(
  phone.routes.login,
  signInWithPassword,
  ({ body: { account = '', password = '' } }) => ({ identifier: account, password }),
  {
    signedIn: ({ session }, say) => say.ok({ user_id: session.session.accountId }, startSession(session)),
    unknownAccount: (_, say) => say.unknownAccount(),
    wrongPassword: (_, say) => say.wrongPassword(),
    closed: (_, say) => say.wrongPassword(),
    locked: (_, say) => say.wrongPassword(),
  },
)

export const logout = bindSignedIn(
  phone.routes.logout,
  (say) => say.failed(),
  signOut,
  ({ body, session }, say) => (String(body.user_id) === String(session.accountId) ? { session } : say.failed()),
  {
    signedOut: (_, say) => say.ok({}, endSession()),
    alreadyOver: (_, say) => say.failed(),
  },
)

export const sendLoginCode = bindKnowingCaller(
  phone.routes.sendLoginCode,
  requestLoginCode,
  ({ params, source, session, incidental }, say) => {
    if (incidental) return say.forbidden()
    const number = numberOf(params.phone_number)
    return number === undefined ? say.unknownAccount() : { phone: number, source, session }
  },
  {
    sent: (_, say) => say.ok(),
    unknownAccount: (_, say) => say.unknownAccount(),
    alreadySignedIn: ({ accountId }, say) => say.alreadySignedIn({ user_id: accountId }),
    tooSoon: later,
    tooManyLookups: later,
  },
)

export const loginPhone = bind(
  phone.routes.loginPhone,
  signInWithCode,
  ({ params, body }, say) => {
    const number = agreedNumber(params.phone_number, body.phone_number)
    return number === undefined ? say.codeWrong() : { phone: number, code: codeOf(body.identifying_code) }
  },
  {
    signedIn: ({ session }, say) => say.ok({ user_id: session.session.accountId }, startSession(session)),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
    locked: (_, say) => say.codeWrong(),
  },
)
