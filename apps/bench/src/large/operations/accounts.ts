import { emailOf, idOf, phoneOf, usernameKeyOf } from '../people.ts'
import type { Operation } from './call.ts'
import {
  accountOf,
  consumingOf,
  freshPhone,
  identifierOf,
  insert,
  newcomerWithCode,
  newSession,
  owners,
  sendToNew,
  sendToOwner,
  signUp,
  startOf,
} from './inputs.ts'

/** Steps of accounts and of those that come by a provider. */
export const accounts: Readonly<Record<string, Operation>> = {
  'accounts.find': { run: ({ stores, person, now }) => stores.accounts.find(idOf(person), now) },
  'accounts.findIdByIdentifier, username': {
    run: ({ stores, person }) => stores.accounts.findIdByIdentifier({ kind: 'username', key: usernameKeyOf(person) }),
  },
  'accounts.findIdByIdentifier, phone': {
    run: (call) => call.stores.accounts.findIdByIdentifier(identifierOf(call)),
  },
  'accounts.findIdByIdentifier, email': {
    run: ({ stores, person }) =>
      stores.accounts.findIdByIdentifier({ kind: 'email', key: emailOf(person - (person % 2)) }),
  },
  'accounts.insert': { run: insert, comesTo: 'inserted' },
  'accounts.insertWithCode': {
    before: sendToNew,
    run: (call) => call.stores.accounts.insertWithCode(accountOf(call), consumingOf(call, freshPhone(call.fresh))),
    comesTo: 'inserted',
  },
  'accounts.signUp': { run: signUp, comesTo: 'signedUp' },
  'accounts.signUpWithCode': {
    before: sendToNew,
    run: (call) =>
      call.stores.accounts.signUpWithCode({
        account: accountOf(call),
        consuming: consumingOf(call, freshPhone(call.fresh)),
        start: startOf(call),
      }),
    comesTo: 'signedUp',
  },
  'accounts.signInOrSignUp': {
    before: sendToOwner,
    run: (call) =>
      call.stores.accounts.signInOrSignUp({
        phone: phoneOf(call.person),
        account: { ...accountOf(call), username: null, phone: phoneOf(call.person) },
        consuming: owners(call),
        start: startOf(call),
      }),
    comesTo: 'opened',
  },
  'accounts.removeOwn': {
    before: newcomerWithCode,
    run: (call) =>
      call.stores.accounts.removeOwn({
        session: newSession(call),
        address: { kind: 'phone', e164: freshPhone(call.fresh) },
        consuming: consumingOf(call, freshPhone(call.fresh)),
      }),
    comesTo: 'removed',
  },
  'identities.open': {
    run: (call) =>
      call.stores.identities.open(
        { provider: 'qq', appId: 'app', openid: `openid-${Math.floor(call.person / 10)}`, unionId: null },
        startOf(call),
      ),
    comesTo: 'opened',
  },
  'identities.insert': {
    run: (call) =>
      call.stores.identities.insert({
        identity: { provider: 'qq', appId: 'app', openid: `fresh-${call.fresh}`, unionId: null },
        account: { ...accountOf(call), username: null, phone: null },
        avatar: null,
        start: startOf(call),
      }),
    comesTo: 'opened',
  },
}
