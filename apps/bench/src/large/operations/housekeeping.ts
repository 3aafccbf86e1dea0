import { idOf } from '../people.ts'
import type { Operation } from './call.ts'
import { day, lineOf, sendToNew } from './inputs.ts'

/** Steps of limits, messages and the audit log. */
export const housekeeping: Readonly<Record<string, Operation>> = {
  'lookups.count': {
    run: ({ stores, person, fresh, now }) =>
      stores.lookups.count({
        source: `from ${person}`,
        subject: `looked up ${fresh}`,
        now,
        limit: { most: 60, span: day },
      }),
    comesTo: 'counted',
  },
  'requests.add': {
    run: ({ stores, person, now }) =>
      stores.requests.add({
        minute: now - (now % 60_000),
        counts: [{ source: `10.0.${person % 256}.1`, requests: 3 }],
      }),
  },
  'messages.claim': { before: sendToNew, run: ({ stores, now }) => stores.messages.claim({ channel: 'sms', now }) },
  'audit.append': {
    run: async (call) => {
      await call.stores.audit.append([lineOf(call)])
      return 'appended'
    },
  },
  'audit.list': { run: ({ stores, person }) => stores.audit.list({ accountId: idOf(person), limit: 20 }) },
}
