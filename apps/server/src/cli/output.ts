import { Option } from 'commander'

export const jsonOption = () => new Option('--json', 'print JSON instead of a table')

/** How a command prints. */
export interface OutputOptions {
  readonly json?: boolean
}

/** Prints one thing as a table of names and values, or as JSON. */
export function print(fields: Readonly<Record<string, unknown>>, { json = false }: OutputOptions): void {
  process.stdout.write(json ? `${JSON.stringify(fields)}\n` : table(fields))
}

function table(fields: Readonly<Record<string, unknown>>): string {
  const width = Math.max(...Object.keys(fields).map((name) => name.length))
  return Object.entries(fields)
    .map(([name, value]) => `${name.padEnd(width)}  ${value ?? '-'}\n`)
    .join('')
}

/** Prints several things of one kind as a table with a head, or as JSON, one a line. */
export function printRows(rows: readonly Readonly<Record<string, unknown>>[], { json = false }: OutputOptions): void {
  if (json) {
    for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
    return
  }
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '-')))]
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  for (const row of cells) {
    const padded = row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
    process.stdout.write(`${padded.join('  ').trimEnd()}\n`)
  }
}
