import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pinned } from '../machine.ts'
import type { Scope } from '../scope.ts'
import type { Job, Results } from './jobs.ts'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

/** A process that makes load, one job after another. */
export interface Generator {
  /** Does a job. Rejects if an answer was wrong that the job does not count. */
  readonly run: <J extends Job>(job: J) => Promise<Results[J['kind']]>
  /** Ends the crowd that runs: its clients finish what they wait for. */
  readonly cease: () => void
}

/** What the process answers. */
type Reply = { readonly error: string } | { readonly result: { readonly share: number } }

/** Starts a load generator on some cores. */
export function startGenerator(scope: Scope, cores: string | undefined): Generator {
  // It runs TypeScript as this process does.
  const [command, ...words] = pinned(cores, [process.execPath, ...process.execArgv, program])
  const child = spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  scope.defer(() => void child.kill())
  const died = once(child, 'exit').then(() => {
    throw new Error('the load generator died')
  })
  died.catch(() => undefined)
  return {
    cease: () => void child.send('cease'),
    run: async (job) => {
      const answered = once(child, 'message') as Promise<[Reply]>
      child.send(job)
      const [started, used] = [performance.now(), process.cpuUsage()]
      const [message] = await Promise.race([answered, died])
      if ('error' in message) throw new Error(message.error)
      // This process reads what the servers log, on the same core.
      const { user, system } = process.cpuUsage(used)
      const own = (user + system) / 1000 / (performance.now() - started)
      return { ...message.result, share: message.result.share + own } as unknown as Results[(typeof job)['kind']]
    },
  }
}
