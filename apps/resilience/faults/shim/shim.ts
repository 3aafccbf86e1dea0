import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Skipped } from '../../src/report.ts'
import { type Settings, temporaryFolder } from '../../src/server.ts'

// The order of `struct control` in shim.c.
const fields = ['room', 'refusal', 'syncRefusal', 'clockOffset', 'endAtWrite', 'writes'] as const
type Field = (typeof fields)[number]

/** Errors of the kernel as shim.c is told them. */
export const errors = { none: 0, EIO: 5, EROFS: 30 } as const

/** A data folder whose kernel does as it is told. */
export interface ShimmedFolder {
  /** The data folder. */
  readonly folder: string
  /** What a server needs to run on it. */
  readonly settings: Settings
  /** From now on: `room` in bytes (-1 is enough for all), refusals as `errors`, `clockOffset` in nanoseconds. */
  readonly set: (field: Field, value: number | bigint) => void
  readonly get: (field: Field) => bigint
  /** Where what happens to the files is written down: see recording.ts. */
  readonly log: string
  readonly remove: () => void
}

/** Makes a data folder that a shim watches, and the shim. Throws `Skipped` where it cannot be. */
export function shimmedFolder({ recording = false } = {}): ShimmedFolder {
  const { folder: made, remove } = temporaryFolder('shim')
  try {
    const whole = realpathSync(made)
    const library = compile(whole)
    const folder = join(whole, 'data')
    mkdirSync(folder, { mode: 0o700 })
    const log = join(whole, 'log')
    const control = openSync(join(whole, 'control'), 'w+')
    const set = (field: Field, value: number | bigint) => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigInt64LE(BigInt(value))
      writeSync(control, bytes, 0, 8, fields.indexOf(field) * 8)
    }
    for (const field of fields) set(field, field === 'room' ? -1 : 0)
    return {
      folder,
      settings: {
        ACCT_DATA_DIR: folder,
        LD_PRELOAD: library,
        ACCT_SHIM_FOLDER: folder,
        ACCT_SHIM_CONTROL: join(whole, 'control'),
        ...(recording && { ACCT_SHIM_LOG: log }),
      },
      set,
      get: (field) => {
        const bytes = Buffer.alloc(8)
        readSync(control, bytes, 0, 8, fields.indexOf(field) * 8)
        return bytes.readBigInt64LE()
      },
      log,
      remove: () => {
        closeSync(control)
        rmSync(whole, { recursive: true, force: true })
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Whoever could install the server has a compiler: its database is compiled at install. */
function compile(folder: string): string {
  if (process.platform !== 'linux') throw new Skipped('faults of the kernel are made on Linux only')
  const source = fileURLToPath(new URL('./shim.c', import.meta.url))
  const library = join(folder, 'shim.so')
  for (const compiler of [process.env.CC ?? 'cc', 'gcc', 'clang']) {
    const { status, stderr, error } = spawnSync(compiler, [
      '-shared',
      '-fPIC',
      '-O2',
      '-o',
      library,
      source,
      '-lpthread',
    ])
    if (error !== undefined) continue
    if (status !== 0) throw new Error(`${compiler} does not compile shim.c: ${stderr}`)
    return library
  }
  throw new Skipped('there is no C compiler to make faults of the kernel with')
}
