import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Tests } from './mutant.ts'

/** What came of running tests: how many held, and the first that did not. */
export type Verdict =
  | { readonly kind: 'passed'; readonly tests: number }
  | { readonly kind: 'failed'; readonly test: string }
  /** No test failed, and yet they did not all come to their end: a file that can not be loaded, a process that hangs. */
  | { readonly kind: 'broken'; readonly why: string }

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly ancestorTitles: readonly string[]
      readonly title: string
    }[]
  }[]
}

/** Longer than any of them takes on a busy machine, in milliseconds: one test, and all of one run. */
const testTime = 120_000
const runTime = 600_000

/** Runs tests in a tree until the first one fails. */
export async function runTests(root: string, { folder, files, named }: Tests): Promise<Verdict> {
  const cwd = join(root, folder)
  const vitest = join(realpathSync(join(cwd, 'node_modules/vitest')), 'vitest.mjs')
  const report = join(root, 'report.json')
  const words = [
    ...['run', ...files, '--bail=1', '--pool=forks', '--maxWorkers=1', `--testTimeout=${testTime}`],
    ...['--typecheck.enabled=false', '--reporter=json', `--outputFile=${report}`],
    ...(named === undefined ? [] : ['-t', named]),
  ]
  // A group of its own, so that whatever it started ends with it.
  const child = spawn(process.execPath, [vitest, ...words], {
    cwd,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test' },
  })
  const end = () => killGroup(child.pid)
  const timer = setTimeout(end, runTime)
  // Before the tree that it works in is removed.
  process.prependOnceListener('exit', end)
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk).slice(-2000)
  })
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    if (signal !== null) return { kind: 'broken', why: `the tests did not come to an end within ${runTime / 1000} s` }
    return verdictOf(JSON.parse(readFileSync(report, 'utf8')) as Report, code === 0, complaint)
  } catch (error) {
    return { kind: 'broken', why: `${error}: ${complaint}` }
  } finally {
    clearTimeout(timer)
    process.off('exit', end)
    end()
    rmSync(report, { force: true })
  }
}

function verdictOf({ numPassedTests, testResults }: Report, ended: boolean, complaint: string): Verdict {
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed')
  if (failed !== undefined) {
    return { kind: 'failed', test: [...failed.ancestorTitles, failed.title].slice(-2).join(': ') }
  }
  if (ended && numPassedTests > 0) return { kind: 'passed', tests: numPassedTests }
  const why = testResults.map(({ message }) => message).find((message) => message !== '')
  return { kind: 'broken', why: (why ?? complaint).slice(0, 500) || 'no test was run' }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}
