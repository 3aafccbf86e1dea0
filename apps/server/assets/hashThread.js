// One thread that computes password hashes, one after another: src/hashThreads.ts starts it and hands it its work.
import { constants, getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { hashSync, verifySync } from '@node-rs/argon2'

// On Linux this is the calling thread's own priority; elsewhere it would be the whole program's.
if (process.platform === 'linux') setPriority(Math.min(getPriority() + 10, constants.priority.PRIORITY_LOW))

parentPort?.on('message', (/** @type {import('../src/hashThreads.ts').HashTask} */ task) => {
  try {
    const result =
      task.kind === 'hash' ? hashSync(task.password, task.options) : verifySync(task.stored, task.password)
    parentPort?.postMessage({ result })
  } catch (error) {
    parentPort?.postMessage({ error })
  }
})
