import { createInterface } from 'node:readline'
import { type OpenStore, openAt } from './openAt.ts'
import { races } from './races.ts'

// A process of its own: does what its input says, a line of JSON for each race, all tries at once. The outcomes are a line
// of its output. A store that is not the last one's is opened first.
let [opened, current]: [OpenStore | undefined, string] = [undefined, '']
for await (const line of createInterface(process.stdin)) {
  const { at, name, prize, indices } = JSON.parse(line)
  if (opened === undefined || current !== at) {
    await opened?.close()
    opened = await openAt(at)
    current = at
  }
  const { stores } = opened
  const outcomes = await Promise.all(indices.map((index: number) => races[name]?.run(stores, prize, index)))
  process.stdout.write(`${JSON.stringify(outcomes)}\n`)
}
await opened?.close()
