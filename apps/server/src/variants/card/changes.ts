import { type ProfileChanges, parseInstant } from '@acct/core'
import type { card } from '@acct/schema'
import type { Asked } from '../../bind.ts'
import { pictureNameFrom } from '../../pictures.ts'
import { hasLength, isWord } from './fields.ts'

type Body = Asked<typeof card.routes.updateInfo>['body']

/** 0 and false: 男; 1 and true: 女; as JSON, as digits in a string or as a form writes them. */
const genders = new Map<unknown, 'male' | 'female'>([
  ...[false, 0, '0', 'false'].map((value) => [value, 'male'] as const),
  ...[true, 1, '1', 'true'].map((value) => [value, 'female'] as const),
])

/** What `updateInfo` asks to change; undefined if nothing was given or a field breaks its format. */
export function changesFrom(body: Body): ProfileChanges | undefined {
  const changes: ProfileChanges = {}
  if (body.username !== undefined) {
    if (!isWord(body.username)) return undefined
    changes.username = body.username
  }
  if (body.nickname !== undefined) {
    if (!hasLength(body.nickname, 1, 20)) return undefined
    changes.nickname = body.nickname
  }
  if (body.signature !== undefined) {
    if (!hasLength(body.signature, 0, 100)) return undefined
    changes.signature = body.signature
  }
  if (body.gender !== undefined) {
    const gender = genders.get(body.gender)
    if (gender === undefined) return undefined
    changes.gender = gender
  }
  if (body.birthday !== undefined) {
    const birthday = parseInstant(body.birthday)
    if (birthday === undefined) return undefined
    changes.birthday = birthday
  }
  if (body.avatar !== undefined) {
    const picture = typeof body.avatar === 'string' ? pictureNameFrom(body.avatar) : { file: body.avatar }
    if (picture === undefined) return undefined
    changes.picture = picture
  }
  return Object.keys(changes).length === 0 ? undefined : changes
}
