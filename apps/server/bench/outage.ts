import { performance } from 'node:perf_hooks'
import { type FakeGateway, startFakeTwilio, type TwilioSms, twilioFailure } from '@acct/delivery/testing'
import { startTestServer } from '../test/support/server.ts'

/**
 * Whether a gateway’s outage shows in the answers: asks for codes while the gateway is well, and while it fails in one
 * of four ways, in turns and in one run. Prints the slowest answers of each and their ratio. Then lets a refusing gateway
 * get well, and demands that every message it refused arrives, once.
 */
const rounds = 12
const requestsPerTurn = 60
const inParallel = 4

const accountSid = 'AC0123456789abcdef0123456789abcdef'
const authToken = 'twilio-auth-token'

type Outage = Readonly<Record<string, Parameters<FakeGateway<TwilioSms>['behave']>[0]>>

const outages: Outage = {
  refusing: twilioFailure(503, 20500),
  'answering garbage': { status: 200, body: '<html>' },
  silent: 'silent',
  breaking: 'breaking',
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0

const twilio = await startFakeTwilio(accountSid, authToken)
const test = await startTestServer({
  ACCT_SMS: 'twilio',
  ACCT_TWILIO_ACCOUNT_SID: accountSid,
  ACCT_TWILIO_AUTH_TOKEN: authToken,
  ACCT_TWILIO_FROM: '+15005550006',
  ACCT_TWILIO_ENDPOINT: twilio.url,
  ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
  LOG_LEVEL: 'silent',
})

let people = 0

/** Asks for a code for somebody new; returns how long the answer took, in milliseconds. */
async function ask(): Promise<number> {
  people += 1
  const number = `139${String(people).padStart(8, '0')}`
  const began = performance.now()
  const answer = await fetch(`${test.url}/phone/user/registerPhone/${number}`)
  const took = performance.now() - began
  if (answer.status !== 200) throw new Error(`an answer was ${answer.status}`)
  await answer.arrayBuffer()
  return took
}

async function turn(): Promise<number[]> {
  const line = async () => {
    const times: number[] = []
    for (let request = 0; request < requestsPerTurn / inParallel; request++) times.push(await ask())
    return times
  }
  return (await Promise.all(Array.from({ length: inParallel }, line))).flat()
}

await turn()
for (const [name, behaviour] of Object.entries(outages)) {
  const [well, failing]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    twilio.behave('healthy')
    well.push(...(await turn()))
    twilio.behave(behaviour)
    failing.push(...(await turn()))
  }
  const [before, during] = [percentile(well, 0.99), percentile(failing, 0.99)]
  process.stdout.write(
    `gateway ${name}: p99 of answers ${(during / before).toFixed(2)} × that with a healthy gateway\n`,
  )
}

twilio.behave(outages.refusing ?? 'healthy')
await turn()
await twilio.reached(twilio.received.length)
twilio.behave('healthy')
const [first, refused] = [people - requestsPerTurn + 1, twilio.received.length]
const owed = Array.from({ length: requestsPerTurn }, (_, index) => `+86139${String(first + index).padStart(8, '0')}`)
const arrived = () => twilio.received.slice(refused).map(({ to }) => to)
// Retries are due by the test's clock; the worker looks every second. Ten minutes on, a message would be too old.
for (let passed = 0; passed < 60 && !owed.every((to) => arrived().includes(to)); passed++) {
  test.clock.advance(1000)
  await new Promise((resolve) => setTimeout(resolve, 1000))
}
const counts = owed.map((to) => arrived().filter((each) => each === to).length)
process.stdout.write(
  `after a refusing gateway got well: ${counts.filter((count) => count === 1).length} of ${owed.length} arrived once\n`,
)
if (counts.some((count) => count !== 1)) process.exitCode = 1
await test.stop()
await twilio.close()
