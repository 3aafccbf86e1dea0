import { Worker } from 'node:worker_threads'
import type { Options } from '@node-rs/argon2'

/** A password hash to compute, or to compare with. */
export type HashTask =
  | { readonly kind: 'hash'; readonly password: string; readonly options: Options }
  | { readonly kind: 'verify'; readonly password: string; readonly stored: string }

type Reply<Result> = { readonly result: Result } | { readonly error: unknown }

// This file lies directly in src/, and is bundled directly into dist/: the folder is beside both.
const program = new URL('../assets/hashThread.js', import.meta.url)

/**
 * Threads for password hashes, each started when all others are at work and kept from then on. On Linux they step back behind
 * the thread that answers requests, so that whoever does not log in hardly notices who does: that needs threads of their own,
 * which the pool's are not. Whoever runs tasks bounds how many there are at once.
 */
export function hashThreads(): { run<Result>(task: HashTask): Promise<Result> } {
  const idle: Worker[] = []
  return {
    run: <Result>(task: HashTask) =>
      new Promise<Result>((resolve, reject) => {
        const thread = idle.pop() ?? new Worker(program)
        thread.ref()
        const ended = (error: unknown) => reject(error)
        thread.once('error', ended)
        thread.once('message', (reply: Reply<Result>) => {
          thread.off('error', ended)
          // An idle thread keeps no program from ending.
          thread.unref()
          idle.push(thread)
          if ('error' in reply) reject(reply.error)
          else resolve(reply.result)
        })
        thread.postMessage(task)
      }),
  }
}
