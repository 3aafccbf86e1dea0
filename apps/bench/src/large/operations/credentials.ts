import { hashOf, passwordHashOf } from '../people.ts'
import type { Operation } from './call.ts'
import {
  consumingOf,
  day,
  freshHash,
  freshPhone,
  giveTicket,
  identifierOf,
  newcomer,
  newcomerWithCode,
  newSession,
  owners,
  sendToOwner,
  sessionOf,
  startOf,
} from './inputs.ts'

/** Steps of passwords, codes and tickets. */
export const credentials: Readonly<Record<string, Operation>> = {
  'credentials.findByIdentifier': { run: (call) => call.stores.credentials.findByIdentifier(identifierOf(call)) },
  'credentials.findBySession': { run: ({ stores, person }) => stores.credentials.findBySession(sessionOf(person)) },
  'credentials.countTry': {
    run: ({ stores, person, now }) =>
      stores.credentials.countTry({ subject: `account ${person}`, at: now, limit: 10, span: day }),
    comesTo: 'counted',
  },
  'credentials.changePassword': {
    before: newcomer,
    run: (call) =>
      call.stores.credentials.changePassword({
        session: newSession(call),
        verifiedHash: 'a hash',
        newHash: 'another one',
        tryId: null,
        start: { ...startOf(call), tokenHash: freshHash(call, 'second') },
      }),
    comesTo: 'changed',
  },
  'credentials.resetPassword': {
    before: newcomerWithCode,
    run: (call) =>
      call.stores.credentials.resetPassword({
        phone: freshPhone(call.fresh),
        account: null,
        consuming: consumingOf(call, freshPhone(call.fresh)),
        newHash: 'another one',
        start: { ...startOf(call), tokenHash: freshHash(call, 'second') },
      }),
    comesTo: 'reset',
  },
  'credentials.changeWithCode': {
    before: sendToOwner,
    run: (call) =>
      call.stores.credentials.changeWithCode({
        address: identifierOf(call),
        consuming: owners(call),
        newHash: passwordHashOf(call.person),
        caller: sessionOf(call.person),
      }),
    comesTo: 'changed',
  },
  'codes.send': { run: sendToOwner, comesTo: 'sent' },
  'codes.check': { before: sendToOwner, run: (call) => call.stores.codes.check(owners(call)), comesTo: 'right' },
  'tickets.give': {
    before: newcomerWithCode,
    run: giveTicket,
    comesTo: 'given',
  },
  'tickets.resetPassword': {
    before: async (call) => {
      await newcomerWithCode(call)
      await giveTicket(call)
    },
    run: (call) =>
      call.stores.tickets.resetPassword({
        tokenHash: freshHash(call, 'ticket'),
        newHash: 'another one',
        now: call.now,
      }),
  },
  'tickets.isGood': {
    run: ({ stores, person, now }) => stores.tickets.isGood(hashOf(`ticket ${Math.floor(person / 10)}`), now),
  },
}
