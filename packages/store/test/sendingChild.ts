import { requestChangeCode } from '@acct/core'
import { fakeClock, testCore } from '@acct/core/testing'
import { openAt } from './openAt.ts'

// A process of its own: asks for codes without end and names each number on its output once the request is acknowledged.
const [at = ''] = process.argv.slice(2)
const core = testCore((await openAt(at)).stores, {
  clock: fakeClock(0),
  settings: { secret: new Uint8Array(32), channels: { sms: 'gateway', email: 'off' }, codesPerSourcePerDay: 0 },
})
for (let index = 0; ; index += 1) {
  const e164 = `+86138${String(index).padStart(8, '0')}`
  const { kind } = await requestChangeCode(core, { address: { kind: 'phone', e164 }, source: '192.0.2.1' })
  process.stdout.write(`${kind} ${e164}\n`)
}
