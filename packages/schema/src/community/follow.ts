import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { id } from './fields.ts'

const groupName = (description: string) => Type.String({ description, examples: ['default'] })

/** 关注用户 */
export const addFollow = route({
  method: 'POST',
  path: '/api/user/add-follow',
  summary: 'Follow an account',
  description: 'Following an account again with another group moves it there.',
  caller: 'signedIn',
  body: Type.Object({
    id,
    group_name: text('`special`, `default`, or a group of the caller’s; `default` if left out or empty.', {
      extension: true,
      examples: ['default'],
    }),
  }),
  outcomes: {
    ok: succeeds({ group_name: groupName('The group that the account is in now.') }, 'The account is followed.'),
    alreadyThere: fails(1, 'The account is followed in this group already.'),
    accountMissing: fails(2, 'No account has this id, or it is the caller’s own.'),
    notSignedIn: fails(3, 'The caller is not signed in.'),
    groupMissing: fails(4, 'The caller has no such group.'),
  },
})

/** 取消关注用户 */
export const cancelFollow = route({
  method: 'POST',
  path: '/api/user/cancel-follow',
  summary: 'Follow an account no more',
  caller: 'signedIn',
  body: Type.Object({ id }),
  outcomes: {
    ok: succeeds({}, 'The account is not followed any more.'),
    notFollowed: fails(1, 'The caller does not follow the account.'),
    accountMissing: fails(2, 'No account has this id.'),
    notSignedIn: fails(3, 'The caller is not signed in.'),
  },
})

/** 添加关注群组 */
export const addFollowGroup = route({
  method: 'POST',
  path: '/api/user/add-follow-group',
  summary: 'Add a group of followed accounts',
  description: 'At most 50 besides `special` and `default`, which everybody has; another one is a `badRequest`.',
  caller: 'signedIn',
  body: Type.Object({
    group_name: text('1 to 20 characters (Unicode code points); 分组1, 分组2, … if left out or empty.', {
      extension: true,
      examples: ['同学'],
    }),
  }),
  outcomes: {
    ok: succeeds({ group_name: Type.String({ description: 'The group.', examples: ['同学'] }) }, 'The group is there.'),
    groupTaken: fails(1, 'There is a group of that name, or the name is malformed or holds a forbidden word.'),
    notSignedIn: fails(2, 'The caller is not signed in.'),
  },
})

/** 删除关注群组 */
export const deleteFollowGroup = route({
  method: 'POST',
  path: '/api/user/delete-follow-group',
  summary: 'Delete a group, and follow nobody in it any more',
  caller: 'signedIn',
  body: Type.Object({
    group_name: text('A group of the caller’s.', { extension: true, examples: ['同学'] }),
  }),
  outcomes: {
    ok: succeeds({ group_name: Type.String({ description: 'The group.', examples: ['同学'] }) }, 'The group is gone.'),
    groupMissing: fails(1, 'The caller has no such group, or none is given.'),
    groupFixed: fails(2, '`special` and `default` can not be deleted.'),
    notSignedIn: fails(3, 'The caller is not signed in.'),
  },
})
