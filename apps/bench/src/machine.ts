import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os'

/** Where the server under test runs and where the load comes from. Undefined: nothing can be pinned here. */
export interface Cores {
  readonly server: string
  readonly load: string
  readonly both: string
}

/** The first two cores, where there are two and a program that pins processes to them. */
export function findCores(): Cores | undefined {
  const { status } = spawnSync('taskset', ['-c', '0,1', 'true'], { stdio: 'ignore' })
  return status === 0 && availableParallelism() >= 2 ? { server: '0', load: '1', both: '0,1' } : undefined
}

/** Words for a command that runs on these cores only. */
export function pinned(cores: string | undefined, command: readonly string[]): readonly [string, ...string[]] {
  const [program = process.execPath, ...words] = command
  return cores === undefined ? [program, ...words] : ['taskset', '-c', cores, program, ...words]
}

/** Moves this process to some cores, with all its threads. */
export function pinMyself(cores: string): void {
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', cores, String(process.pid)], { stdio: 'ignore' })
  if (status !== 0) throw new Error(`this process could not be moved to core ${cores}`)
}

/** The machine in one line. */
export function describeMachine(cores: Cores | undefined): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const pinning = cores === undefined ? 'nothing pinned to a core' : 'processes pinned by `taskset`'
  return `${availableParallelism()} cores of ${first?.model.trim() ?? 'an unknown processor'}, ${memory} GiB, ${platform()} ${release()}, ${pinning}`
}
