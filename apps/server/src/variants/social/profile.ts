import { codePoints, isWellFormed, type ProfileChanges, parseMobile, setPicture, updateProfile } from '@acct/core'
import { social } from '@acct/schema'
import { type Asked, bindSignedIn } from '../../bind.ts'
import { smallPicturePath } from '../../pictures.ts'
import { updatedInfo } from './person.ts'

export const updateAvatar = bindSignedIn(
  social.routes.updateAvatar,
  (say) => say.unauthorized(),
  setPicture,
  ({ body: { image }, session }, say) =>
    image instanceof Uint8Array ? { session, file: image } : say.pictureInvalid(),
  {
    set: ({ picture }, say, { publicUrl }) => say.ok({ data: { avator: `${publicUrl}${smallPicturePath(picture)}` } }),
    notAPicture: (_, say) => say.pictureInvalid(),
    tooLarge: (_, say) => say.pictureTooLarge(),
    tooSmall: (_, say) => say.pictureTooSmall(),
    sessionOver: (_, say) => say.unauthorized(),
  },
)

/** The longest name, in characters. The document names no limit. */
const longestName = 64

const genders = new Map([
  ['1', 'male'],
  ['0', 'female'],
] as const)

/** What `update_info` asks to change; undefined if a field is badly formed. What is left out stays. */
function changesFrom({ name, gender, phone, email }: Asked<typeof social.routes.updateInfo>['body']) {
  const changes: { -readonly [Name in keyof ProfileChanges]: ProfileChanges[Name] } = {}
  if (name !== undefined) {
    if (name === '' || !isWellFormed(name) || codePoints(name) > longestName) return undefined
    changes.nickname = name
  }
  if (gender !== undefined) {
    const known = genders.get(String(gender) as '0' | '1')
    if (known === undefined) return undefined
    changes.gender = known
  }
  if (phone !== undefined) {
    const number = parseMobile(phone, 'mainlandOrE164')
    if (number === undefined) return undefined
    changes.phoneClaim = number
  }
  if (email !== undefined) changes.emailClaim = email
  return changes
}

export const updateInfo = bindSignedIn(
  social.routes.updateInfo,
  (say) => say.unauthorized(),
  updateProfile,
  ({ body, session }, say) => {
    const changes = changesFrom(body)
    return changes === undefined ? say.badRequest() : { session, changes }
  },
  {
    updated: ({ profile }, say, { publicUrl }) => say.ok({ data: updatedInfo(profile, publicUrl) }),
    phoneTaken: (_, say) => say.phoneTaken(),
    emailTaken: (_, say) => say.emailTaken(),
    emailRefused: (_, say) => say.badRequest(),
    usernameRefused: (_, say) => say.badRequest(),
    usernameTaken: (_, say) => say.badRequest(),
    nicknameRefused: (_, say) => say.badRequest(),
    signatureRefused: (_, say) => say.badRequest(),
    birthdayRefused: (_, say) => say.badRequest(),
    pictureRefused: (_, say) => say.badRequest(),
    notAPicture: (_, say) => say.badRequest(),
    tooLarge: (_, say) => say.badRequest(),
    tooSmall: (_, say) => say.badRequest(),
    sessionOver: (_, say) => say.unauthorized(),
  },
)
