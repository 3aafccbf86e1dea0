import { type Core, type ProviderName, readOwnProfile, signInWithPassword, signInWithProvider } from '@acct/core'
import { social } from '@acct/schema'
import { bind } from '../../bind.ts'
import { startSession } from '../../http/cookie.ts'
import type { Said } from '../../http/outcomes.ts'
import { userInfo } from './person.ts'

/** The document's login kinds beside 1, the password. */
const providers = new Map<string, ProviderName>([
  ['2', 'qq'],
  ['3', 'wechat'],
  ['4', 'weibo'],
])

type SignIn =
  | { userType: 1; identifier: string; password: string }
  | { userType: 2 | 3 | 4; provider: ProviderName; openid: string; token: string }

/** One route of this document is two operations of the core; its answer shows the profile as well. */
async function signIn(core: Core, input: SignIn) {
  const result =
    input.userType === 1
      ? await signInWithPassword(core, { identifier: input.identifier, password: input.password })
      : await signInWithProvider(core, input)
  if (result.kind !== 'signedIn') return result
  const read = await readOwnProfile(core, { session: result.session.session })
  if (read.kind === 'sessionOver') return { kind: 'unknownAccount' as const }
  const isNew = 'isNew' in result && result.isNew === true
  return { kind: result.kind, session: result.session, profile: read.profile, isNew, userType: input.userType }
}

export const login = bind(
  social.routes.login,
  signIn,
  ({ body: { user_type, account = '', password = '', openid = '', token = '' } }, say): SignIn | Said => {
    if (String(user_type) === '1') return { userType: 1, identifier: account, password }
    const provider = providers.get(String(user_type))
    if (provider === undefined || openid === '' || token === '') return say.invalidCredentials()
    return { userType: Number(user_type) as 2 | 3 | 4, provider, openid, token }
  },
  {
    signedIn: ({ session, profile, isNew, userType }, say, { publicUrl }) => {
      const { token, expiresAt } = session
      const user_info = userInfo(profile, { userType, isNew, token, expiresAt, publicUrl })
      return say.ok({ data: { user_info } }, startSession(session))
    },
    unknownAccount: (_, say) => say.invalidCredentials(),
    wrongPassword: (_, say) => say.invalidCredentials(),
    closed: (_, say) => say.invalidCredentials(),
    notProven: (_, say) => say.invalidCredentials(),
    locked: (_, say) => say.locked(),
  },
)
