import { hashOf, phoneOf } from '../people.ts'
import type { Operation } from './call.ts'
import {
  day,
  freshHash,
  lineOf,
  newcomer,
  newSession,
  open,
  owners,
  sendToOwner,
  sessionOf,
  startOf,
} from './inputs.ts'

/** Steps of sessions and their tokens. */
export const sessions: Readonly<Record<string, Operation>> = {
  'sessions.find': { run: ({ stores, person, now }) => stores.sessions.find(hashOf(`session ${person}`), now) },
  'sessions.findByToken': {
    run: ({ stores, person, now }) => stores.sessions.findByToken('access', hashOf(`access ${person}`), now),
  },
  'sessions.open': { run: open, comesTo: 'opened' },
  'sessions.open, with a line of the audit log': {
    run: (call) =>
      call.stores.audit.along(
        () => [lineOf(call)],
        () => open(call),
      ),
    comesTo: 'opened',
  },
  'sessions.openWithCode': {
    before: sendToOwner,
    run: (call) =>
      call.stores.sessions.openWithCode({
        phone: phoneOf(call.person),
        consuming: owners(call),
        start: startOf(call),
      }),
    comesTo: 'opened',
  },
  'sessions.addToken': {
    run: (call) =>
      call.stores.sessions.addToken(
        sessionOf(call.person),
        { kind: 'access', tokenHash: freshHash(call, 'access'), expiresAt: call.now + day },
        { at: call.now, endsAt: call.now + day },
      ),
    comesTo: true,
  },
  'sessions.touch': {
    run: async ({ stores, person, now }) => {
      await stores.sessions.touch(sessionOf(person), { at: now + 1, endsAt: now + day })
      return 'touched'
    },
  },
  'sessions.end': { before: newcomer, run: (call) => call.stores.sessions.end(newSession(call)), comesTo: true },
}
