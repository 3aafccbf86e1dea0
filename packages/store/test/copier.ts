import { copyStore, type Place } from '../src/index.ts'

// A process of its own: copies from one place to another, and says each step on its output.
const [from = '', to = ''] = process.argv.slice(2)
const placeOf = (at: string): Place => (at.includes('://') ? { kind: 'postgres', url: at } : { kind: 'file', file: at })
const comparisons = await copyStore({
  from: placeOf(from),
  to: placeOf(to),
  onStep: ({ doing, table, rows }) => process.stdout.write(`${doing} ${table} ${rows}\n`),
})
process.stdout.write(comparisons.every(({ isEqual }) => isEqual) ? 'equal\n' : 'different\n')
