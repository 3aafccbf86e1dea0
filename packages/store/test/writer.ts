import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { registerWithUsername, Unavailable } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { openAt } from './openAt.ts'

// A process of its own: registers accounts without end, names each on its output once it is acknowledged, and goes on where
// it is told that nothing can be written now.
const store = await openAt(process.argv[2] ?? '')
const seed = randomBytes(8).toString('hex')
const core = testCore(store.stores, { seed })
for (let index = 0; ; index += 1) {
  const username = `user_${seed}_${index}`
  try {
    const { kind } = await registerWithUsername(core, { username, password: 'x' })
    if (kind === 'registered') process.stdout.write(`${username}\n`)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    await setTimeout(10)
  }
}
