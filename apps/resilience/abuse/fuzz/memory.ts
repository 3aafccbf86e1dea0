import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ServingProcess } from '../../src/server.ts'

/** Options of Node that a server is started with whose memory is asked about. */
export const probed = ['--expose-gc', '--import', fileURLToPath(new URL('heapProbe.mjs', import.meta.url))] as const

/** What a process holds, in bytes. */
export interface Memory {
  /** What JavaScript still reaches, right after a full collection. */
  readonly live: number
  /** Pages of its own, mapped files not counted: what it costs the machine. */
  readonly resident: number
}

const probeLine = /^memory (\{.*\})$/gm

/** Collects the server's garbage and asks what is left. */
export async function memoryOf({ pid, errors }: ServingProcess): Promise<Memory> {
  const lines = () => [...errors().matchAll(probeLine)]
  const before = lines().length
  process.kill(pid, 'SIGUSR2')
  while (lines().length === before) await pause(5)
  const { heapUsed, external } = JSON.parse(lines().at(-1)?.[1] ?? '{}') as { heapUsed: number; external: number }
  const resident = Number(/^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  return { live: heapUsed + external, resident }
}

/** What the server wrote to stderr by itself: nothing, if it is well. */
export const ownErrors = ({ errors }: ServingProcess) =>
  errors()
    .replaceAll(/^memory .*\n/gm, '')
    .trim()
