import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const tsx = createRequire(import.meta.url).resolve('tsx')

/** Starts a script of this folder as a process of its own, whose input and output are pipes. */
export function startProcess(script: string, ...args: string[]): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const node = ['--conditions=@acct/source', '--import', pathToFileURL(tsx).href, path, ...args]
  return spawn(process.execPath, node, { stdio: ['pipe', 'pipe', 'inherit'] })
}
