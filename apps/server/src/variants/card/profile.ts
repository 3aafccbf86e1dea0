import {
  claimPhone,
  createProfileCode,
  formatInstant,
  formatPhone,
  type OwnProfile,
  parseMobile,
  readOwnProfile,
  updateProfile,
} from '@acct/core'
import { card } from '@acct/schema'
import { bindSignedIn } from '../../bind.ts'
import { contentLocation } from '../../http/effects.ts'
import type { Say } from '../../http/outcomes.ts'
import { picturePath } from '../../pictures.ts'
import { oncePer } from '../oncePer.ts'
import { changesFrom } from './changes.ts'

const infoOf = oncePer((profile: OwnProfile, say: Say<typeof card.routes.getInfo>) => {
  const phone = profile.phoneClaim ?? profile.phone
  return say.ok({
    avatar: picturePath(profile.picture),
    nickname: profile.nickname,
    username: profile.username,
    gender: profile.gender === null ? null : profile.gender === 'female',
    age: profile.age,
    birthday: profile.birthday === null ? null : formatInstant(profile.birthday),
    telephone: phone === null ? null : formatPhone(phone),
    signature: profile.signature ?? '',
  })
})

export const getInfo = bindSignedIn(
  card.routes.getInfo,
  (say) => say.failed(),
  readOwnProfile,
  ({ session }) => ({ session }),
  {
    profile: ({ profile }, say) => infoOf(profile, say),
    sessionOver: (_, say) => say.failed(),
  },
)

export const updateInfo = bindSignedIn(
  card.routes.updateInfo,
  (say) => say.failed(),
  updateProfile,
  ({ body, session }, say) => {
    const changes = changesFrom(body)
    return changes === undefined ? say.failed() : { session, changes }
  },
  {
    updated: (_, say) => say.ok(),
    usernameRefused: (_, say) => say.failed(),
    usernameTaken: (_, say) => say.failed(),
    nicknameRefused: (_, say) => say.failed(),
    signatureRefused: (_, say) => say.failed(),
    birthdayRefused: (_, say) => say.failed(),
    pictureRefused: (_, say) => say.failed(),
    notAPicture: (_, say) => say.failed(),
    tooLarge: (_, say) => say.failed(),
    tooSmall: (_, say) => say.failed(),
    phoneTaken: (_, say) => say.failed(),
    emailTaken: (_, say) => say.failed(),
    emailRefused: (_, say) => say.failed(),
    sessionOver: (_, say) => say.failed(),
  },
)

export const changeTelNum = bindSignedIn(
  card.routes.changeTelNum,
  (say) => say.failed(),
  claimPhone,
  ({ body: { telephone = '' }, session }, say) => {
    const phone = parseMobile(telephone, 'mainland11')
    return phone === undefined ? say.failed() : { session, phone }
  },
  {
    claimed: (_, say) => say.ok(),
    sessionOver: (_, say) => say.failed(),
  },
)

export const createQR = bindSignedIn(
  card.routes.createQR,
  (say) => say.failed(),
  createProfileCode,
  ({ session }) => ({ session }),
  {
    created: ({ name }, say) => say.ok({}, contentLocation(picturePath({ name, kind: 'profileCode' }))),
    sessionOver: (_, say) => say.failed(),
  },
)
