import { idOf } from '../people.ts'
import type { Operation } from './call.ts'
import { newcomer, newId, newSession } from './inputs.ts'

/** Steps of who follows whom. */
export const follows: Readonly<Record<string, Operation>> = {
  'follows.read, owner': {
    run: ({ stores, person }) => stores.follows.read(idOf(person), { audience: 'owner', fansBefore: undefined }),
  },
  'follows.read, others': {
    run: ({ stores, person }) => stores.follows.read(idOf(person), { audience: 'others', fansBefore: undefined }),
  },
  'follows.follow': {
    before: newcomer,
    run: (call) => call.stores.follows.follow(newSession(call), { accountId: idOf(call.person), groupName: 'default' }),
    comesTo: 'followed',
  },
  'follows.unfollow': {
    before: async (call) => {
      await newcomer(call)
      await call.stores.follows.follow(newSession(call), { accountId: idOf(call.person), groupName: 'default' })
    },
    run: (call) => call.stores.follows.unfollow(newSession(call), idOf(call.person)),
    comesTo: 'unfollowed',
  },
  'follows.addGroup': {
    before: newcomer,
    run: (call) => call.stores.follows.addGroup(newSession(call), { names: ['friends'], limit: 50 }),
    comesTo: 'added',
  },
  'follows.removeGroup': {
    before: async (call) => {
      await newcomer(call)
      await call.stores.follows.addGroup(newSession(call), { names: ['friends'], limit: 50 })
      await call.stores.follows.follow(newSession(call), { accountId: idOf(call.person), groupName: 'friends' })
    },
    run: (call) => call.stores.follows.removeGroup(newSession(call), { name: 'friends', limit: 250 }),
    comesTo: 'removed',
  },
  'follows.settle': {
    before: newcomer,
    run: (call) => call.stores.follows.settle(newId(call), 250),
    comesTo: 'settled',
  },
}
