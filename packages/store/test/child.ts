import { randomBytes } from 'node:crypto'
import { registerWithUsername } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { openAt } from './openAt.ts'

// A process of its own: registers accounts without end and names each on its output once it is acknowledged; with a
// second argument it only opens the database and says so.
const [at = '', onlyOpen] = process.argv.slice(2)
const store = await openAt(at)
if (onlyOpen === undefined) {
  const core = testCore(store.stores, { seed: randomBytes(32).toString('hex') })
  for (let index = 0; ; index += 1) {
    const { kind } = await registerWithUsername(core, { username: `user_${index}`, password: 'x' })
    process.stdout.write(`${kind} user_${index}\n`)
  }
}
await store.close()
process.stdout.write('opened\n')
