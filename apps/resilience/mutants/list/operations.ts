import { type Mutant, server, store, suite } from '../mutant.ts'

const audit = 'packages/core/src/audit'
const restore = 'packages/store/src/sqlite/restore.ts'

/** Sabotage of what operators rely on: the audit log, backups, and who may see what. */
export const operations: readonly Mutant[] = [
  {
    name: 'audit-line-of-another-step',
    breaks: 'A line that belongs to a step is still there for the next one.',
    file: 'packages/store/src/alongside.ts',
    find: '    next = undefined\n',
    replace: '',
    tests: [store('test/audit.test.ts')],
  },
  {
    name: 'audit-without-transaction',
    breaks: 'What a step did stays although its line could not be written.',
    file: 'packages/store/src/sqlite/connection.ts',
    find: '    more(outcome)\n',
    replace: '    try {\n      more(outcome)\n    } catch {}\n',
    tests: [store('test/audit.test.ts')],
  },
  {
    name: 'audit-without-sign-outs',
    breaks: 'Signing out leaves no line.',
    file: `${audit}/steps.ts`,
    find: "(isDone ? [{ action: 'signOut', accountId }] : nothing)",
    replace: '(isDone ? nothing : [])',
    tests: [suite('the audit log')],
  },
  {
    name: 'refusals-without-limit',
    breaks: 'Strangers write as many lines as they like.',
    file: `${audit}/refusals.ts`,
    find: 'seen.size >= most.ofAll',
    replace: 'false',
    tests: [suite('the audit log')],
  },
  {
    name: 'refusals-forget-repeats',
    breaks: 'That a refusal came again is not told.',
    file: `${audit}/refusals.ts`,
    find: '        known.times += 1\n',
    replace: '',
    tests: [suite('the audit log')],
  },
  {
    name: 'restore-beside-a-server',
    breaks: 'A database is replaced under a running server.',
    file: restore,
    find: "    client.pragma('journal_mode = delete')\n    client.exec('begin exclusive')\n",
    replace: '',
    tests: [store('test/backup.test.ts', 'somebody has the database open')],
  },
  {
    name: 'restore-beside-a-damaged-server',
    breaks: 'A database that is damaged or gone is replaced under the server that runs on it.',
    file: restore,
    find: '  if (isOpenSomewhere([file, `${file}-wal`])) throw inUse(file)\n',
    replace: '',
    tests: [store('test/backup.test.ts', 'has a database open that')],
  },
  {
    name: 'restore-sends-again',
    breaks: 'A message that waited when the backup was made is sent a second time.',
    file: 'packages/store/src/sqlite/settleRestored.ts',
    find: "where state in ('queued', 'sending')",
    replace: "where state = 'sending'",
    tests: [store('test/backup.test.ts', 'no message a second time')],
  },
  {
    name: 'metrics-behind-a-proxy',
    breaks: 'With `local`, everybody who comes by a proxy may read the metrics.',
    file: 'apps/server/src/routes/metrics.ts',
    find: "readers === 'local' ? isLocal :",
    replace: "readers === 'local' ? () => true :",
    tests: [server('test/metrics.test.ts', 'who may read')],
  },
  {
    name: 'request-id-of-strangers',
    breaks: 'Anybody chooses the id that stands in the log.',
    file: 'apps/server/src/http/requestId.ts',
    find: 'sane.test(given) && trusts(socket.remoteAddress)',
    replace: 'sane.test(given)',
    tests: [server('test/requestIds.test.ts')],
  },
  {
    name: 'outage-told-each-time',
    breaks: 'While the database is away its log says so each second.',
    file: 'apps/server/src/outage.ts',
    find: '      if (current === undefined) {\n',
    replace: '      {\n',
    tests: [server('test/delivery.test.ts', 'says once')],
  },
  {
    name: 'not-ready-without-id',
    breaks: 'Nobody finds the line in the log that says why a server is not ready.',
    file: 'apps/server/src/routes/health.ts',
    find: '  sayRequestId(reply)\n',
    replace: '',
    tests: [server('test/requestIds.test.ts', 'is not ready')],
  },
]
