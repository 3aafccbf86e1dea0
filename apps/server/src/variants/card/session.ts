import { signInWithPassword, signOut } from '@acct/core'
import { card } from '@acct/schema'
import { bind, bindSignedIn } from '../../bind.ts'
import { endSession, startSession } from '../../http/cookie.ts'
import { isLoginName } from './fields.ts'

export const login = bind(
  card.routes.login,
  signInWithPassword,
  ({ body }, say) =>
    isLoginName(body.username) && body.password
      ? { identifier: body.username, password: body.password }
      : say.invalidCredentials(),
  {
    signedIn: ({ session }, say) => say.ok({}, startSession(session)),
    unknownAccount: (_, say) => say.invalidCredentials(),
    wrongPassword: (_, say) => say.invalidCredentials(),
    closed: (_, say) => say.invalidCredentials(),
    locked: (_, say) => say.invalidCredentials(),
  },
)

export const logout = bindSignedIn(
  card.routes.logout,
  (say) => say.notSignedIn(),
  signOut,
  ({ session }) => ({ session }),
  {
    signedOut: (_, say) => say.ok({}, endSession()),
    alreadyOver: (_, say) => say.notSignedIn(),
  },
)
