import { type NewSession, refreshAccess, signInWithPassword } from '@acct/core'
import { token } from '@acct/schema'
import { bind } from '../../bind.ts'
import { startSession } from '../../http/cookie.ts'

export const login = bind(
  token.routes.login,
  signInWithPassword,
  ({ body: { loginName, password } }, say) => {
    if (!loginName) return say.loginNameMissing()
    if (!password) return say.passwordMissing()
    return { identifier: loginName, password, by: ['phone', 'email'] as const, withTokens: true }
  },
  {
    signedIn: ({ session }, say) => {
      const { access, refresh } = tokensOf(session)
      return say.ok({ token: access.token, refreshToken: refresh.token }, startSession(session))
    },
    unknownAccount: (_, say) => say.invalidCredentials(),
    wrongPassword: (_, say) => say.invalidCredentials(),
    closed: (_, say) => say.invalidCredentials(),
    locked: (_, say) => say.invalidCredentials(),
  },
)

export const refreshToken = bind(
  token.routes.refreshToken,
  refreshAccess,
  ({ query }) => ({ refreshToken: query.refreshToken ?? '' }),
  {
    refreshed: ({ access }, say) => say.ok({ data: access.token }),
    invalid: (_, say) => say.invalid(),
  },
)

/** The tokens that `withTokens` asked for. */
function tokensOf({ tokens }: NewSession) {
  if (tokens === undefined) throw new Error('the session was opened without its tokens')
  return tokens
}
