import { avatarOf, idOf } from '../people.ts'
import type { Operation } from './call.ts'
import { consumingOf, day, freshPhone, newcomer, newSession, send, sessionOf } from './inputs.ts'

/** Steps of profiles and pictures. */
export const profile: Readonly<Record<string, Operation>> = {
  'profile.readOwn': { run: ({ stores, person }) => stores.profile.readOwn(sessionOf(person)) },
  'profile.find': { run: ({ stores, person }) => stores.profile.find(idOf(person)) },
  'profile.view': {
    run: ({ stores, person }) =>
      stores.profile.view(sessionOf(person), {
        accountId: idOf(person + 1),
        fansBefore: undefined,
        listsFor: () => 'others',
      }),
  },
  'profile.update': {
    run: ({ stores, person, fresh }) => stores.profile.update(sessionOf(person), { nickname: `nick ${fresh}` }),
    comesTo: 'updated',
  },
  'profile.update, username': {
    before: newcomer,
    run: (call) =>
      call.stores.profile.update(newSession(call), {
        username: { shown: `Else_${call.fresh}`, key: `else_${call.fresh}` },
      }),
    comesTo: 'updated',
  },
  'profile.setSignature': {
    run: ({ stores, person, fresh }) => stores.profile.setSignature(sessionOf(person), `signed ${fresh}`),
    comesTo: 'set',
  },
  'profile.readPrivacy': { run: ({ stores, person }) => stores.profile.readPrivacy(sessionOf(person)) },
  'profile.setPrivacy': {
    run: ({ stores, person, fresh }) => stores.profile.setPrivacy(sessionOf(person), { showsPhone: fresh % 2 === 0 }),
    comesTo: 'set',
  },
  'profile.claim': {
    before: newcomer,
    run: (call) =>
      call.stores.profile.claim(newSession(call), {
        before: { phone: freshPhone(call.fresh), email: null },
        addresses: [
          { address: { kind: 'phone', e164: `${freshPhone(call.fresh)}1` }, isVerified: false, notice: null },
        ],
        quiet: day,
      }),
    comesTo: 'claimed',
  },
  'profile.changeAddress': {
    before: async (call) => {
      await newcomer(call)
      await send(call, `${freshPhone(call.fresh)}2`)
    },
    run: (call) =>
      call.stores.profile.changeAddress(newSession(call), {
        before: { phone: freshPhone(call.fresh), email: null },
        next: { kind: 'phone', e164: `${freshPhone(call.fresh)}2` },
        consuming: [consumingOf(call, `${freshPhone(call.fresh)}2`)],
        notice: null,
        phoneChange: { at: call.now, limit: { most: 3, span: day } },
      }),
    comesTo: 'changed',
  },
  'pictures.find': { run: ({ stores, person }) => stores.pictures.find(avatarOf(person - (person % 2))) },
  'pictures.keepProfileCode': {
    run: ({ stores, person, fresh, now }) => stores.pictures.keepProfileCode(sessionOf(person), `code-${fresh}`, now),
  },
  'pictures.setAvatar': {
    before: newcomer,
    run: (call) =>
      call.stores.pictures.setAvatar(newSession(call), {
        kind: 'newAvatar',
        name: `fresh-${call.fresh}`,
        madeAt: call.now,
      }),
    comesTo: 'set',
  },
}
