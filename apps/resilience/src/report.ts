/** One thing that was tried: a line of the table. */
export interface Row {
  /** What was done, in numbers: `50 kills under load`. */
  readonly done: string
  /** What was seen: `0 of 100,214 acknowledged writes lost`. */
  readonly seen: string
  readonly passed: boolean | 'skipped'
}

/** A scenario that cannot be tried here: the message says why, in one line. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

/** A scenario under a name that can be asked for on the command line. */
export interface Scenario<Context> {
  readonly name: string
  readonly run: (context: Context) => Promise<readonly Row[]>
}

/**
 * Whether the long form was asked for, and which scenarios: those that are named, or all but those after `--except`. Throws a
 * RangeError for a name that there is none of.
 */
export function readWords(
  words: readonly string[],
  known: readonly string[],
): { long: boolean; names: readonly string[] } {
  const names = words.filter((word) => !['--long', '--except'].includes(word))
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new RangeError(`there is no '${unknown}'; there are ${known.join(', ')}, --except and --long`)
  }
  const others = () => known.filter((name) => !names.includes(name))
  const isAsked = names.length > 0 && !words.includes('--except')
  return { long: words.includes('--long'), names: isAsked ? names : others() }
}

/**
 * Runs scenarios one after another and prints each one's rows of a Markdown table as soon as it is done. What a scenario
 * throws is a failed row; one that cannot be tried here says why, and fails where `ACCT_TEST_SKIP_NOTHING` is 1. Ends with
 * a count and gives the exit code: 1 if anything failed, or if nothing was tried.
 */
export async function runAll<Context>(
  title: string,
  scenarios: readonly Scenario<Context>[],
  context: Context,
): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  print(`\n## ${title}\n\n| scenario | done | seen | verdict | seconds |\n| --- | --- | --- | --- | --- |`)
  const verdicts = { ok: 0, failed: 0, skipped: 0 }
  for (const { name, run } of scenarios) {
    const began = performance.now()
    const rows = await run(context).catch(rowsOf)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    // A scenario that tried nothing has shown nothing.
    const tried = rows.length > 0 ? rows : [{ done: 'nothing', seen: 'nothing', passed: false }]
    for (const row of tried) {
      const verdict = row.passed === 'skipped' ? 'skipped' : row.passed ? 'ok' : 'failed'
      verdicts[verdict] += 1
      const shown = verdict === 'failed' ? '**FAILED**' : verdict
      print(`| ${name} | ${cell(row.done)} | ${cell(row.seen)} | ${shown} | ${seconds} |`)
    }
  }
  const { ok, failed, skipped } = verdicts
  const counts = [failed && `${failed} failed`, `${ok} passed`, skipped && `${skipped} skipped`].filter(Boolean)
  print(`\nTests  ${counts.join(' | ')} (${ok + failed + skipped})`)
  return failed > 0 || ok === 0 ? 1 : 0
}

function rowsOf(error: unknown): Row[] {
  if (error instanceof Skipped) {
    const passed = process.env.ACCT_TEST_SKIP_NOTHING === '1' ? false : 'skipped'
    return [{ done: 'nothing', seen: error.message, passed }]
  }
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [{ done: 'ran into an error', seen, passed: false }]
}

const cell = (text: string) =>
  text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, '<br>')

/** A count as people read it: `100,214`. */
export const count = (many: number) => many.toLocaleString('en-US')

/** Milliseconds as people read them: `1.26 s`. */
export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`

/** The value below which this share of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** The first few of what was found, to stand in a cell; empty of nothing. */
export const listed = (found: readonly string[]) =>
  found.length === 0 ? '' : `(${found.slice(0, 5).join('; ')}${found.length > 5 ? '; …' : ''})`
