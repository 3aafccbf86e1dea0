import {
  addFollowGroup as addGroup,
  deleteFollowGroup as deleteGroup,
  followAccount,
  unfollowAccount,
} from '@acct/core'
import { community } from '@acct/schema'
import { accountIdOf } from '../../accountId.ts'
import { bindSignedIn } from '../../bind.ts'

export const addFollow = bindSignedIn(
  community.routes.addFollow,
  (say) => say.notSignedIn(),
  followAccount,
  ({ body: { id = '', group_name }, session }, say) => {
    const accountId = accountIdOf(id)
    return accountId === undefined ? say.accountMissing() : { session, accountId, groupName: group_name || undefined }
  },
  {
    followed: ({ groupName }, say) => say.ok({ group_name: groupName }),
    alreadyThere: (_, say) => say.alreadyThere(),
    unknownAccount: (_, say) => say.accountMissing(),
    unknownGroup: (_, say) => say.groupMissing(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)

export const cancelFollow = bindSignedIn(
  community.routes.cancelFollow,
  (say) => say.notSignedIn(),
  unfollowAccount,
  ({ body: { id = '' }, session }, say) => {
    const accountId = accountIdOf(id)
    return accountId === undefined ? say.accountMissing() : { session, accountId }
  },
  {
    unfollowed: (_, say) => say.ok(),
    notFollowed: (_, say) => say.notFollowed(),
    unknownAccount: (_, say) => say.accountMissing(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)

export const addFollowGroup = bindSignedIn(
  community.routes.addFollowGroup,
  (say) => say.notSignedIn(),
  addGroup,
  ({ body: { group_name }, session }) => ({ session, name: group_name || undefined }),
  {
    added: ({ name }, say) => say.ok({ group_name: name }),
    groupTaken: (_, say) => say.groupTaken(),
    nameRefused: (_, say) => say.groupTaken(),
    tooManyGroups: (_, say) => say.badRequest(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)

export const deleteFollowGroup = bindSignedIn(
  community.routes.deleteFollowGroup,
  (say) => say.notSignedIn(),
  deleteGroup,
  ({ body: { group_name: name }, session }, say) => (name ? { session, name } : say.groupMissing()),
  {
    deleted: ({ name }, say) => say.ok({ group_name: name }),
    unknownGroup: (_, say) => say.groupMissing(),
    groupFixed: (_, say) => say.groupFixed(),
    sessionOver: (_, say) => say.notSignedIn(),
  },
)
