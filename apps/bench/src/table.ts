import type { Spread } from './stats.ts'

/** What a ratio should reach: at least so much, or less than that. */
type Goal = { readonly atLeast: number } | { readonly below: number }

/** One line of a table. */
export interface Row {
  /** What is compared with what: `a ÷ b`. */
  readonly what: string
  /** The figures behind the ratio. They say something about this machine only. */
  readonly figures: string
  /** Left out where a line is there for orientation. */
  readonly ratio?: Spread
  /** The same by what a second of the server's core yields, whoever else was on it. */
  readonly byCoreTime?: number
  readonly goal?: Goal
}

/** What a table's measurements come to. */
export interface Table {
  readonly title: string
  /** How it was measured, in whole sentences. */
  readonly how: string
  readonly rows: readonly Row[]
  /** What a reader has to know besides: what was left out, how busy the load generator was. */
  readonly notes: readonly string[]
}

/** A table in Markdown, below a heading. */
export function markdownOf({ title, how, rows, notes }: Table): string {
  const hasCoreTime = rows.some(({ byCoreTime }) => byCoreTime !== undefined)
  const columns = ['what', 'figures', 'ratio', 'of the rounds', ...(hasCoreTime ? ['by core time'] : []), 'goal']
  const lines = rows.map(({ what, figures, ratio, byCoreTime, goal }) => [
    what,
    figures,
    ratio === undefined ? '' : `**${shown(ratio.median)}**`,
    ratio === undefined ? '' : `${shown(ratio.least)} – ${shown(ratio.most)}`,
    ...(hasCoreTime ? [byCoreTime === undefined ? '' : shown(byCoreTime)] : []),
    goal === undefined ? '' : verdict(goal, ratio),
  ])
  const table = [columns, columns.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`)
  return [
    `## ${title}`,
    ...(how === '' ? [] : ['', how]),
    ...(rows.length > 0 ? ['', ...table] : []),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
    '',
  ].join('\n')
}

function verdict(goal: Goal, ratio: Spread | undefined): string {
  const met = ratio !== undefined && ('atLeast' in goal ? ratio.median >= goal.atLeast : ratio.median < goal.below)
  return `${'atLeast' in goal ? `≥ ${goal.atLeast}` : `< ${goal.below}`}: ${met ? 'met' : '**missed**'}`
}

/** Three significant digits. */
export function shown(figure: number): string {
  if (!Number.isFinite(figure)) return String(figure)
  if (Math.abs(figure) >= 100) return Math.round(figure).toLocaleString('en')
  return String(Number(figure.toPrecision(3)))
}
