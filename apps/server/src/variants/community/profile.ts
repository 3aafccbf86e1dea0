import { readOwnPage, viewProfile } from '@acct/core'
import { community } from '@acct/schema'
import { accountIdOf } from '../../accountId.ts'
import { bindSignedIn } from '../../bind.ts'
import { fansBeforeOf, ownInfo, userInfo } from './person.ts'

export const getOwnInfo = bindSignedIn(
  community.routes.getOwnInfo,
  (say) => say.notSignedIn(),
  readOwnPage,
  ({ body: { fans_before }, session }, say) => {
    const fansBefore = fansBeforeOf(fans_before)
    return fansBefore === 'malformed' ? say.badRequest() : { session, fansBefore }
  },
  {
    profile: ({ profile }, say, { publicUrl }) => say.ok(ownInfo(profile, publicUrl)),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)

/** The document: for callers of a level above 0. */
const lowestLevel = 1

export const getUserInfo = bindSignedIn(
  community.routes.getUserInfo,
  (say) => say.notSignedIn(),
  viewProfile,
  ({ body: { id = '', fans_before }, session }, say) => {
    const fansBefore = fansBeforeOf(fans_before)
    if (fansBefore === 'malformed') return say.badRequest()
    return { session, accountId: accountIdOf(id), minimumLevel: lowestLevel, fansBefore }
  },
  {
    profile: ({ profile }, say, { publicUrl }) => say.ok(userInfo(profile, publicUrl)),
    idMissing: (_, say) => say.idInvalid(),
    none: (_, say) => say.idMissing(),
    levelTooLow: (_, say) => say.levelTooLow(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)
