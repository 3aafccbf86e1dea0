import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requestChangeCode, requestRegistrationCode, Unavailable } from '@acct/core'
import { startFakeMailServer, startFakeTwilio, twilioFailure } from '@acct/delivery/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

const sid = 'AC0123456789abcdef0123456789abcdef'
const authToken = 'twilio-auth-token'
const mobile = '+14155552671'

async function gateway() {
  const twilio = await startFakeTwilio(sid, authToken)
  onTestFinished(() => twilio.close())
  const settings = {
    ACCT_SMS: 'twilio',
    ACCT_TWILIO_ACCOUNT_SID: sid,
    ACCT_TWILIO_AUTH_TOKEN: authToken,
    ACCT_TWILIO_FROM: '+15005550006',
    ACCT_TWILIO_ENDPOINT: twilio.url,
  }
  return { twilio, settings }
}

const askForCode = ({ server }: TestServer, phone = mobile) =>
  requestRegistrationCode(server.core, { phone, source: 's', whenTaken: 'tellOwner' })

/** Resolves once the log has a line that fits. */
async function logged(test: TestServer, expected: Record<string, unknown>) {
  await expect.poll(() => test.logged(), { timeout: 5000 }).toContainEqual(expect.objectContaining(expected))
}

describe('delivery', () => {
  it('sends soon after the answer, and logs neither number nor code', async () => {
    const { twilio, settings } = await gateway()
    const test = await startTestServer(settings)
    onTestFinished(() => test.stop())
    await askForCode(test)
    await fetch(`${test.url}/healthz`)
    await twilio.reached(1)
    const code = /\d{6}/.exec(twilio.received[0]?.body ?? '')?.[0]
    expect(twilio.received).toEqual([
      { to: mobile, from: '+15005550006', messagingServiceSid: null, body: expect.stringMatching(/^acct: \d{6} is /) },
    ])
    await logged(test, { msg: 'a message was delivered', channel: 'sms', outcome: 'sent' })
    const log = JSON.stringify(test.logged())
    for (const hidden of [mobile.slice(1), code, authToken]) expect(log).not.toContain(hidden)
  })

  it('tries again when nothing was sent, and tells why in the log', async () => {
    const { twilio, settings } = await gateway()
    twilio.behave(twilioFailure(429, 20429))
    const test = await startTestServer(settings)
    onTestFinished(() => test.stop())
    await askForCode(test)
    await logged(test, { outcome: 'retried', reason: 'twilio answered 20429 with HTTP 429' })
    twilio.behave('healthy')
    test.clock.advance(1000)
    await logged(test, { outcome: 'sent' })
    expect(twilio.received).toHaveLength(2)
    expect(twilio.received[0]).toEqual(twilio.received[1])
  })

  it('does not repeat what may have been sent', async () => {
    const { twilio, settings } = await gateway()
    twilio.behave('breaking')
    const test = await startTestServer(settings)
    onTestFinished(() => test.stop())
    await askForCode(test)
    await logged(test, { outcome: 'unclear' })
    twilio.behave('healthy')
    test.clock.advance(60_000)
    await askForCode(test, '+14155552672')
    await logged(test, { outcome: 'sent' })
    expect(twilio.received.map(({ to }) => to)).toEqual([mobile, '+14155552672'])
  })

  it('settles what is at hand when the server stops, begins nothing more, and goes on after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'acct-delivery-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { twilio, settings } = await gateway()
    const lasting = { ...settings, ACCT_DATABASE_URL: `file:${join(folder, 'acct.db')}`, ACCT_SECRET: 's'.repeat(32) }
    let release: (behaviour: 'healthy') => void = () => undefined
    twilio.behave(
      new Promise((resolve) => {
        release = resolve
      }),
    )
    const first = await startTestServer(lasting)
    const numbers = Array.from({ length: 40 }, (_, index) => `+141555526${String(index).padStart(2, '0')}`)
    for (const number of numbers) await askForCode(first, number)
    await twilio.reached(1)
    const stopped = first.stop()
    release('healthy')
    await stopped
    const before = twilio.received.length
    expect(before).toBeLessThan(numbers.length)
    expect(first.logged().filter(({ outcome }) => outcome === 'sent')).toHaveLength(before)

    const second = await startTestServer(lasting)
    onTestFinished(() => second.stop())
    await twilio.reached(numbers.length)
    expect(twilio.received.map(({ to }) => to).sort()).toEqual(numbers)
  })

  it('is not held up by one message that the gateway takes its time for', async () => {
    const { twilio, settings } = await gateway()
    const test = await startTestServer(settings)
    onTestFinished(() => test.stop())
    let release: (behaviour: 'healthy') => void = () => undefined
    twilio.behave(
      new Promise((resolve) => {
        release = resolve
      }),
    )
    await askForCode(test)
    await twilio.reached(1)
    twilio.behave('healthy')
    await askForCode(test, '+14155552672')
    await logged(test, { outcome: 'sent' })
    expect(test.logged().filter(({ outcome }) => outcome === 'sent')).toHaveLength(1)
    release('healthy')
    await expect.poll(() => test.logged().filter(({ outcome }) => outcome === 'sent')).toHaveLength(2)
  })

  it('says once that the store fails, and once that it is back', async () => {
    const { settings } = await gateway()
    const test = await startTestServer(settings)
    onTestFinished(() => test.stop())
    const { messages } = test.server.core.stores
    const { claim } = messages
    let tries = 0
    messages.claim = async () => {
      tries += 1
      throw new Unavailable('away', { retryAfter: 1 })
    }
    // Each answer wakes it, sooner than the second would.
    const another = async () => void (await fetch(`${test.url}/healthz`))
    await expect.poll(() => another().then(() => tries), { timeout: 5000 }).toBeGreaterThan(64)
    messages.claim = claim
    await another()
    await logged(test, { msg: 'delivering goes on', seconds: expect.any(Number), failedTries: expect.any(Number) })
    const said = test.logged().filter(({ msg }) => String(msg).startsWith('delivering '))
    expect(said).toMatchObject([{ msg: 'delivering failed; it is tried each second', err: { message: 'away' } }, {}])
    expect(said[1]?.failedTries).toBeGreaterThan(1)
  })

  it('sends e-mails through a mail server', async () => {
    const mail = await startFakeMailServer()
    onTestFinished(() => mail.close())
    const test = await startTestServer({ ACCT_EMAIL: mail.url, ACCT_EMAIL_FROM: 'id@acct.example' })
    onTestFinished(() => test.stop())
    const email = { shown: 'Li.Lei@example.com', key: 'li.lei@example.com' }
    await requestChangeCode(test.server.core, { address: { kind: 'email', email }, source: 's' })
    await logged(test, { channel: 'email', outcome: 'sent' })
    expect(mail.received.map(({ to }) => to)).toEqual([['Li.Lei@example.com']])
  })

  it('that is off makes what must send unavailable', async () => {
    const test = await startTestServer({ ACCT_SMS: 'off' })
    onTestFinished(() => test.stop())
    await expect(askForCode(test)).rejects.toThrow('off')
  })
})
