import { type Mutant, server, suite } from '../mutant.ts'

const counts = 'apps/server/src/http/requestCounts.ts'
const told = server('src/http/requestCounts.test.ts')
const shared = suite('several processes')

/** Sabotage of what several processes share. */
export const processes: readonly Mutant[] = [
  {
    name: 'job-done-by-all',
    breaks: 'Every process does what one should do for all.',
    file: 'packages/store/src/sqlite/jobs.ts',
    find: 'begin.run(job).changes === 1',
    replace: 'begin.run(job).changes >= 0',
    tests: [shared],
  },
  {
    name: 'job-of-the-future',
    breaks: 'A job that was begun while the clock was ahead is not done until that time has come.',
    file: 'packages/core/src/jobs/beginJob.ts',
    find: 'until: now + clockTolerance',
    replace: 'until: Number.MAX_SAFE_INTEGER',
    tests: [shared],
  },
  {
    name: 'requests-overwritten',
    breaks: 'What a process tells of a source replaces what others have told.',
    file: 'packages/store/src/sqlite/requests.ts',
    find: '${requestCounts.requests} + excluded.requests',
    replace: 'excluded.requests',
    tests: [shared],
  },
  {
    name: 'requests-told-again',
    breaks: 'A process tells again what it has told already.',
    file: counts,
    find: '      count.untold = 0\n',
    replace: '',
    tests: [told],
  },
  {
    name: 'requests-of-others-ignored',
    breaks: 'What other processes have told of a source counts nowhere.',
    file: counts,
    find: 'Math.max(count.requests, total + count.untold)',
    replace: 'count.requests',
    tests: [told],
  },
  {
    name: 'requests-told-late',
    breaks: 'Of a source is told only once it has used half of its limit.',
    file: counts,
    find: 'const notableShare = 0.1',
    replace: 'const notableShare = 0.5',
    tests: [told],
  },
  {
    name: 'lines-cut',
    breaks: 'What two workers write gets into each other’s lines.',
    file: 'apps/server/src/workers/output.ts',
    find: 'bytes.lastIndexOf(newline) + 1',
    replace: 'bytes.length',
    tests: [server('src/workers/output.test.ts')],
  },
  {
    name: 'restarts-without-pause',
    breaks: 'A worker that can not live is started again without end.',
    file: 'apps/server/src/workers/restartPause.ts',
    find: 'deaths === 0 ? 0',
    replace: 'deaths >= 0 ? 0',
    tests: [server('src/workers/restartPause.test.ts')],
  },
  {
    name: 'cores-not-shared',
    breaks: 'Each worker hashes on as many cores as there are.',
    file: 'apps/server/src/hasher.ts',
    find: 'Math.max(1, Math.floor(cores / sharedBy))',
    replace: 'cores',
    tests: [server('src/hasher.test.ts')],
  },
]
