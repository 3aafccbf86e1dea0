import { type ProfileChanges, parseInstant } from '@acct/core'
import type { card } from '@acct/schema'
import type { Asked } from '../../bind.ts'
import { pictureNameFrom } from '../../pictures.ts'
import { flagOf } from '../flag.ts'
import { hasLength, isWord } from './fields.ts'

type Body = Asked<typeof card.routes.updateInfo>['body']

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
    // false and 0: 男, true and 1: 女.
    const isFemale = flagOf(body.gender)
    if (isFemale === undefined) return undefined
    changes.gender = isFemale ? 'female' : 'male'
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
