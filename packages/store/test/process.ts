import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const tsx = createRequire(import.meta.url).resolve('tsx')

function command(script: URL, args: string[]): string[] {
  const path = fileURLToPath(script)
  return ['--conditions=@acct/source', '--import', pathToFileURL(tsx).href, path, ...args]
}

/** Starts a script as a process of its own, whose input and output are pipes. */
export function startProcess(script: URL, ...args: string[]): ChildProcess {
  return spawn(process.execPath, command(script, args), { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Has a process of its own run statements on a database, in the middle of whatever goes on in this one, which waits. */
export function meddle(at: string, statements: string): void {
  execFileSync(process.execPath, command(new URL('meddle.ts', import.meta.url), [at, statements]))
}
