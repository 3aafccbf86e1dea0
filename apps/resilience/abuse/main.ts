import { readWords, runAll } from '../src/report.ts'
import { fuzz } from './fuzz.ts'

const scenarios = [{ name: 'fuzz', run: fuzz }]

const { long, names } = readWords(
  process.argv.slice(2),
  scenarios.map(({ name }) => name),
)
process.exitCode = await runAll(
  'Abuse',
  scenarios.filter(({ name }) => names.includes(name)),
  { long },
)
