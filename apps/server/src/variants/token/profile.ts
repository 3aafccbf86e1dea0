import {
  codePoints,
  formatInstant,
  formatPhone,
  isWellFormed,
  readOwnProfile,
  readPublicProfile,
  setStatement as setStatementOf,
} from '@acct/core'
import { token } from '@acct/schema'
import { accountIdOf } from '../../accountId.ts'
import { bind, bindSignedIn } from '../../bind.ts'
import { withoutToken } from './caller.ts'

export const getSelf = bindSignedIn(
  token.routes.getSelf,
  withoutToken,
  readOwnProfile,
  ({ session }) => ({ session }),
  {
    profile: ({ profile }, say) => {
      const phone = profile.phone ?? profile.phoneClaim
      return say.ok({
        data: {
          Uid: profile.accountId,
          Username: profile.username ?? '',
          // The document keeps this key and `Salt`; what they would show is nobody’s to see.
          Password: '',
          Email: profile.email ?? profile.emailClaim ?? '',
          Phone: phone === null ? '' : formatPhone(phone),
          Salt: '',
          RegDate: formatInstant(profile.createdAt),
          Statement: profile.signature ?? '',
        },
      })
    },
    sessionOver: (_, say) => say.tokenInvalid(),
  },
)

export const getInfo = bind(
  token.routes.getInfo,
  readPublicProfile,
  ({ params: { uid } }, say) => {
    const accountId = accountIdOf(uid)
    return accountId === undefined ? say.userNotFound() : { accountId }
  },
  {
    profile: ({ profile }, say) =>
      say.ok({
        data: {
          Uid: profile.accountId,
          Username: profile.username ?? '',
          Email: profile.email ?? '',
          Phone: profile.phone === null ? '' : formatPhone(profile.phone),
          RegDate: formatInstant(profile.createdAt),
          Statement: profile.signature ?? '',
        },
      }),
    none: (_, say) => say.userNotFound(),
  },
)

export const setStatement = bindSignedIn(
  token.routes.setStatement,
  withoutToken,
  setStatementOf,
  ({ body: { new_statement: statement = '' }, session }, say) => {
    if (!isWellFormed(statement)) return say.refused()
    return codePoints(statement) > 100 ? say.tooLong() : { session, statement }
  },
  {
    set: (_, say) => say.ok(),
    signatureRefused: (_, say) => say.refused(),
    sessionOver: (_, say) => say.tokenInvalid(),
  },
)
