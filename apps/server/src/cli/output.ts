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
