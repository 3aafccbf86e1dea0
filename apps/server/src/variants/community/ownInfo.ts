import {
  type Address,
  type Core,
  codePoints,
  isWellFormed,
  type ProfileChanges,
  parseInstant,
  type Session,
  updateProfile,
  updateProfileWithAddress,
} from '@acct/core'
import { community } from '@acct/schema'
import { type Asked, bindSignedIn } from '../../bind.ts'
import { codeOf } from '../code.ts'
import { emailAddress, phoneAddress } from './fields.ts'

type Body = Asked<typeof community.routes.setOwnInfo>['body']

/** The longest name, in characters. The document names no limit. */
const longestName = 64

const genders = new Map<string, 'male' | 'female'>([
  ['m', 'male'],
  ['w', 'female'],
])

/** What is asked to change beside number and e-mail; undefined if a field is badly formed. What is empty stays. */
function changesFrom({ username, name, gender, birthday, avatar }: Body): ProfileChanges | undefined {
  const changes: ProfileChanges = {}
  if (username) changes.username = username
  if (name) {
    if (!isWellFormed(name) || codePoints(name) > longestName) return undefined
    changes.nickname = name
  }
  if (gender) {
    const known = genders.get(gender)
    if (known === undefined) return undefined
    changes.gender = known
  }
  if (birthday) {
    const instant = /^\d{4}-\d{2}-\d{2}$/.test(birthday) ? parseInstant(birthday) : undefined
    if (instant === undefined) return undefined
    changes.birthday = instant
  }
  if (avatar?.length) changes.picture = { file: avatar }
  return changes
}

interface OwnInfo {
  readonly session: Session
  /** Undefined where a field is badly formed: told after what is wrong with the codes. */
  readonly changes: ProfileChanges | undefined
  readonly address: { next: Address | undefined; code: string; originalCode: string } | undefined
}

/** A number or an e-mail is changed with codes, everything else without. */
async function setInfo(core: Core, { session, changes, address }: OwnInfo) {
  if (address !== undefined) return updateProfileWithAddress(core, { session, changes, address })
  return changes === undefined ? { kind: 'changesRefused' as const } : updateProfile(core, { session, changes })
}

export const setOwnInfo = bindSignedIn(
  community.routes.setOwnInfo,
  (say) => say.notSignedIn(),
  setInfo,
  ({ body, session }, say) => {
    const { username, name, gender, birthday, avatar, phone, code, original_code } = body
    const mail = body.mail || body.email
    if (![username, name, gender, birthday, avatar?.length, phone, mail].some(Boolean)) return say.nothingGiven()
    if (phone && mail) return say.moreThanOne()
    const changes = changesFrom(body)
    if (!phone && !mail) return { session, changes, address: undefined }
    const shown = codeOf(code)
    if (shown === '') return say.codeMissing()
    const next = phone ? phoneAddress(phone) : emailAddress(mail ?? '')
    return { session, changes, address: { next, code: shown, originalCode: codeOf(original_code) } }
  },
  {
    updated: (_, say) => say.ok(),
    originalCodeMissing: (_, say) => say.codeMissing(),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
    changesRefused: (_, say) => say.contentRefused(),
    usernameRefused: (_, say) => say.contentRefused(),
    nicknameRefused: (_, say) => say.contentRefused(),
    signatureRefused: (_, say) => say.contentRefused(),
    birthdayRefused: (_, say) => say.contentRefused(),
    pictureRefused: (_, say) => say.contentRefused(),
    notAPicture: (_, say) => say.contentRefused(),
    tooLarge: (_, say) => say.contentRefused(),
    tooSmall: (_, say) => say.contentRefused(),
    // Nothing here is claimed, so no claim is malformed.
    emailRefused: (_, say) => say.contentRefused(),
    usernameTaken: (_, say) => say.taken(),
    phoneTaken: (_, say) => say.taken(),
    emailTaken: (_, say) => say.taken(),
    tooManyPhoneChanges: (_, say) => say.phoneChangedTooOften(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)
