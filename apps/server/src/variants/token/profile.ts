import {
  codePoints,
  formatInstant,
  formatPhone,
  isWellFormed,
  type OwnProfile,
  readOwnProfile,
  readPublicProfile,
  setStatement as setStatementOf,
} from '@acct/core'
import { token } from '@acct/schema'
import { accountIdOf } from '../../accountId.ts'
import { bind, bindSignedIn } from '../../bind.ts'
import type { Say } from '../../http/outcomes.ts'
import { oncePer } from '../oncePer.ts'
import { withoutToken } from './caller.ts'

const selfOf = oncePer((profile: OwnProfile, say: Say<typeof token.routes.getSelf>) => {
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
})

export const getSelf = bindSignedIn(
  token.routes.getSelf,
  withoutToken,
  readOwnProfile,
  ({ session }) => ({ session }),
  {
    profile: ({ profile }, say) => selfOf(profile, say),
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
