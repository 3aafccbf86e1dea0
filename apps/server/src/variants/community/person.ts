import { formatDate, type OwnPage, type ViewedProfile } from '@acct/core'
import { accountIdOf } from '../../accountId.ts'
import { picturePath } from '../../pictures.ts'
import { phoneOf } from './fields.ts'

/** The id after which a list of fans goes on; undefined for its beginning. */
export function fansBeforeOf(id: string | number | undefined): number | undefined | 'malformed' {
  return id === undefined || id === '' ? undefined : (accountIdOf(id) ?? 'malformed')
}

/** What `get-user-info` shows: what was never set, or is not shown to this reader, is empty. */
export const userInfo = (profile: ViewedProfile, publicUrl: string) => ({
  username: profile.username ?? '',
  name: profile.nickname ?? '',
  phone: phoneOf(profile.phone),
  gender: profile.gender === null ? ('' as const) : profile.gender === 'male' ? ('m' as const) : ('w' as const),
  mail: profile.email ?? '',
  level: profile.level,
  avatar: profile.picture === null ? '' : `${publicUrl}${picturePath(profile.picture)}`,
  birthday: profile.birthday === null ? '' : formatDate(profile.birthday),
  follows: profile.follows.map(({ name, accountIds }) => ({ group_name: name, user_ids: accountIds })),
  fans: profile.fans,
})

/** What `get-own-info` shows. A number or an e-mail that is only claimed stands in for a verified one that is not there. */
export const ownInfo = (profile: OwnPage, publicUrl: string) => {
  const { accountId: userid, phone, phoneClaim, email, emailClaim } = profile
  return { userid, ...userInfo({ ...profile, phone: phone ?? phoneClaim, email: email ?? emailClaim }, publicUrl) }
}
