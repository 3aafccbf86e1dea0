import { startFakeTwilio } from '@acct/delivery/testing'
import { createClient as cardClient } from '@acct/sdk/card'
import { createClient as phoneClient } from '@acct/sdk/phone'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Snapshot, textOf } from '../src/metrics/metrics.ts'
import type { Machinery } from '../src/serve.ts'
import { type Engine, engines } from './support/engines.ts'
import { rawGet } from './support/rawGet.ts'
import { startTestServer } from './support/server.ts'

const person = { username: 'li_lei', password: 'right_1', nickname: 'n', telephone: '13812345678' }

async function started(settings: Record<string, string>, machinery: Machinery = {}) {
  const server = await startTestServer(settings, machinery)
  onTestFinished(() => server.stop())
  return server
}

/** The value of a metric with exactly these labels, undefined where it is not told. */
function told(text: string, name: string, labels: Record<string, string | number> = {}): number | undefined {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  const line = text.split('\n').find((each) => {
    const [, found, within = ''] = /^(\w+)(?:\{(.*)\})? /.exec(each) ?? []
    return found === name && within.split(',').filter(Boolean).sort().join() === wanted.sort().join()
  })
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')))
}

const metricsOf = async (url: string, headers = {}) => (await fetch(`${url}/metrics`, { headers })).text()

describe('who may read the metrics', () => {
  it('nobody, unless the operator says so', async () => {
    const { url } = await started({})
    expect((await fetch(`${url}/metrics`)).status).toBe(404)
  })

  it('with `local` whoever is on this machine, and nobody who comes by a proxy', async () => {
    const { url } = await started({ ACCT_METRICS: 'local', ACCT_ROOT_VARIANT: 'card' })
    const answer = await fetch(`${url}/metrics`)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.status).toBe(200)
    expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).toBe(404)
    expect((await rawGet(`${url}/metrics`, { host: 'foreign.example.com' })).status).toBe(404)
  })

  it('with a token who shows it, wherever they are', async () => {
    const token = 'sixteen-letters!'
    const { url } = await started({ ACCT_METRICS: token })
    const status = async (authorization?: string) =>
      (
        await fetch(`${url}/metrics`, {
          headers: { 'x-real-ip': '203.0.113.1', ...(authorization && { authorization }) },
        })
      ).status
    expect(await status()).toBe(404)
    expect(await status('Bearer sixteen-letters?')).toBe(404)
    expect(await status(token)).toBe(404)
    expect(await status(`Bearer ${token}`)).toBe(200)
  })
})

describe('what the metrics tell', () => {
  it('every answer by variant, route and outcome, and how long it took', async () => {
    const { url } = await started({ ACCT_METRICS: 'local' })
    const card = cardClient({ baseUrl: `${url}/card` })
    await card.register(person)
    for (const password of ['right_1', 'wrong', 'wrong']) await card.login({ ...person, password })
    await fetch(`${url}/card/nowhere`)
    await fetch(`${url}/healthz`)
    const text = await metricsOf(url)
    const requests = (labels: Record<string, string>) => told(text, 'acct_requests_total', labels)
    expect(requests({ variant: 'card', route: 'login', outcome: 'ok' })).toBe(1)
    expect(requests({ variant: 'card', route: 'login', outcome: 'invalidCredentials' })).toBe(2)
    expect(requests({ variant: 'card', route: 'register', outcome: 'ok' })).toBe(1)
    expect(requests({ variant: '', route: 'unknown', outcome: 'notFound' })).toBe(1)
    expect(requests({ variant: '', route: '/healthz', outcome: '200' })).toBe(1)
    const login = { variant: 'card', route: 'login' }
    expect(told(text, 'acct_request_duration_seconds_count', login)).toBe(3)
    expect(told(text, 'acct_request_duration_seconds_bucket', { ...login, le: '+Inf' })).toBe(3)
    expect(told(text, 'acct_request_duration_seconds_sum', login)).toBeGreaterThan(0)
    const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10].map((le) =>
      told(text, 'acct_request_duration_seconds_bucket', { ...login, le }),
    )
    expect(buckets).toEqual([...buckets].sort((one, other) => Number(one) - Number(other)))
    expect(told(text, 'acct_request_duration_seconds_count', { variant: 'card', route: 'logout' })).toBeUndefined()
  })

  it('messages by what became of them, and how many wait', async () => {
    const gateway = await startFakeTwilio('AC1', 'token')
    onTestFinished(() => gateway.close())
    const { url, server } = await started({
      ACCT_METRICS: 'local',
      ACCT_SMS: 'twilio',
      ACCT_TWILIO_ACCOUNT_SID: 'AC1',
      ACCT_TWILIO_AUTH_TOKEN: 'token',
      ACCT_TWILIO_FROM: '+15005550006',
      ACCT_TWILIO_ENDPOINT: gateway.url,
    })
    await phoneClient({ baseUrl: `${url}/phone` }).sendRegisterCode({ phone_number: '13912345678' })
    const sent = async () =>
      told(await metricsOf(url), 'acct_messages_total', { channel: 'sms', outcome: 'sent' }) === 1
    while (!(await sent())) await new Promise((resolve) => setImmediate(resolve))
    expect(told(await metricsOf(url), 'acct_messages_waiting', { channel: 'sms' })).toBe(0)
    expect(server.metrics).toBeDefined()
  })

  it('how busy the process is', async () => {
    const { url } = await started({ ACCT_METRICS: 'local' })
    const text = await metricsOf(url)
    for (const name of ['acct_hashes_running', 'acct_hashes_waiting', 'acct_store_writes_waiting']) {
      expect([name, told(text, name)]).toEqual([name, 0])
    }
    expect(told(text, 'nodejs_eventloop_lag_seconds')).toBeDefined()
    expect(told(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
    expect(told(text, 'process_start_time_seconds')).toBeDefined()
  })

  it('the sum of several processes, and of their queue once', async () => {
    const other = await started({ ACCT_METRICS: 'local' })
    await cardClient({ baseUrl: `${other.url}/card` }).register(person)
    const gatherMetrics = async (own: Snapshot) => [own, (await other.server.metrics?.()) ?? []]
    const { url } = await started({ ACCT_METRICS: 'local' }, { gatherMetrics })
    const card = cardClient({ baseUrl: `${url}/card` })
    await card.register({ ...person, username: 'one' })
    await card.register({ ...person, username: 'two' })
    const text = await metricsOf(url)
    expect(told(text, 'acct_requests_total', { variant: 'card', route: 'register', outcome: 'ok' })).toBe(3)
    expect(told(text, 'acct_request_duration_seconds_count', { variant: 'card', route: 'register' })).toBe(3)
    expect(told(text, 'acct_messages_waiting', { channel: 'sms' })).toBe(0)
    // What a process sends over is plain data.
    const sent = structuredClone(await other.server.metrics?.()) ?? []
    expect(await textOf([sent])).toContain('acct_requests_total{variant="card",route="register",outcome="ok"} 1')
  })
})

describe.each(engines().filter(({ name }) => name === 'PostgreSQL'))('on $name', ({ start, stop, fresh }: Engine) => {
  it('how many connections there are', async () => {
    await start()
    onTestFinished(stop)
    const server = await startTestServer({ ACCT_METRICS: 'local', ...(await fresh()) })
    try {
      await cardClient({ baseUrl: `${server.url}/card` }).register(person)
      const text = await metricsOf(server.url)
      const connections = (state: string) => told(text, 'acct_database_connections', { state }) ?? 0
      expect(connections('idle') + connections('used')).toBeGreaterThan(0)
      expect(told(text, 'acct_database_connections_waiting')).toBe(0)
      expect(told(text, 'acct_store_writes_waiting')).toBeUndefined()
    } finally {
      await server.stop()
    }
  })
})
