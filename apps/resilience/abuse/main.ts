import { readWords, runAll } from '../src/report.ts'
import { brokenHttp } from './brokenHttp.ts'
import { fuzz } from './fuzz.ts'
import { slowClients } from './slowClients.ts'

const scenarios = [
  { name: 'fuzz', run: fuzz },
  { name: 'broken', run: brokenHttp },
  { name: 'slow', run: slowClients },
]

const { long, names } = readWords(
  process.argv.slice(2),
  scenarios.map(({ name }) => name),
)
process.exitCode = await runAll(
  'Abuse',
  scenarios.filter(({ name }) => names.includes(name)),
  { long },
)
