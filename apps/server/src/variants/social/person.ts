import { formatPhone, type OwnProfile } from '@acct/core'
import { picturePath, smallPicturePath } from '../../pictures.ts'

/** Both sizes of a picture as absolute URLs. Clients of this document keep them beside those of other services. */
const avatarsOf = ({ picture }: OwnProfile, publicUrl: string) => ({
  avator: `${publicUrl}${smallPicturePath(picture)}`,
  large_avator: `${publicUrl}${picturePath(picture)}`,
})

/** The number that its owner is shown: what they typed last, else the verified one. */
const phoneOf = ({ phone, phoneClaim }: OwnProfile) => {
  const e164 = phoneClaim ?? phone
  return e164 === null ? null : formatPhone(e164)
}

/** `user_info` of the login. */
export function userInfo(
  profile: OwnProfile,
  login: { userType: 1 | 2 | 3 | 4; isNew: boolean; token: string; expiresAt: number; publicUrl: string },
) {
  const phone = phoneOf(profile)
  return {
    uid: profile.accountId,
    account: profile.username ?? (profile.phone === null ? null : formatPhone(profile.phone)) ?? profile.email ?? '',
    name: profile.nickname ?? '',
    gender: profile.gender === null ? null : profile.gender === 'male' ? 1 : 0,
    user_type: login.userType,
    user_status: 1,
    ...avatarsOf(profile, login.publicUrl),
    token: login.token,
    expires: Math.floor(login.expiresAt / 1000),
    phone: phone === null ? null : Number(phone.replace('+', '')),
    email: profile.emailClaim ?? profile.email,
    is_new_user: login.isNew ? 1 : 0,
  } as const
}

/** `data` of `update_info`: all texts, empty where nothing is set. */
export const updatedInfo = (profile: OwnProfile, publicUrl: string) =>
  ({
    name: profile.nickname ?? '',
    phone: phoneOf(profile) ?? '',
    gender: profile.gender === null ? '' : profile.gender === 'male' ? '1' : '0',
    ...avatarsOf(profile, publicUrl),
    email: profile.emailClaim ?? profile.email ?? '',
  }) as const
