import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { createClient } from '@acct/sdk/card'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadPackages } from '../src/tracing/packages.ts'
import { startTestServer } from './support/server.ts'

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue?: string; readonly intValue?: number }
}
interface SentSpan {
  readonly name: string
  readonly kind: number
  readonly traceId: string
  readonly parentSpanId?: string
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code?: number }
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[]
  }[]
}

const valuesOf = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))

/** A collector that keeps what it is sent. */
async function startCollector() {
  const sent: Sent[] = []
  const server = createServer(async (request, response) => {
    sent.push((await json(request)) as Sent)
    response.end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => sent.flatMap(({ resourceSpans }) => resourceSpans.flatMap((one) => one.scopeSpans[0]?.spans ?? [])),
    resource: () => valuesOf(sent[0]?.resourceSpans[0]?.resource.attributes ?? []),
  }
}

/** The packages read the process's own environment. */
function setEnvironment(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) process.env[name] = value
  onTestFinished(() => {
    for (const name of Object.keys(variables)) delete process.env[name]
  })
}

describe('OpenTelemetry', () => {
  it('gets a span of each request, where the standard variables name a collector', async () => {
    const collector = await startCollector()
    setEnvironment({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
    })
    const server = await startTestServer({ ACCT_TRUST_PROXY: '127.0.0.1', ACCT_SERVICE_NAME: 'our accounts' })
    await createClient({ baseUrl: `${server.url}/card` }).login({ username: 'nobody', password: 'wrong' })
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
    await fetch(`${server.url}/healthz`, { headers: { traceparent } })
    await fetch(`${server.url}/healthz`, { headers: { traceparent: 'nonsense' } })
    await server.stop()
    const spans = collector.spans()
    expect(collector.resource()).toMatchObject({
      'service.name': 'our accounts',
      'deployment.environment': 'test',
    })
    expect(spans.map(({ name }) => name)).toEqual(['card/login', '/healthz', '/healthz'])
    const [login, proxied, lone] = spans
    expect(valuesOf(login?.attributes ?? [])).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/card/user/login',
      'http.response.status_code': 200,
      'acct.variant': 'card',
      'acct.outcome': 'invalidCredentials',
    })
    expect(proxied).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7', kind: 2 })
    expect(lone?.traceId).not.toBe(traceId)
  })

  it('is not looked for where nothing asks for it', async () => {
    const collector = await startCollector()
    setEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SDK_DISABLED: 'true' })
    const server = await startTestServer()
    await fetch(`${server.url}/healthz`)
    await server.stop()
    expect(collector.spans()).toEqual([])
  })

  it('is done without, with a line that says so, where it can not be had', async () => {
    setEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })
    const server = await startTestServer()
    onTestFinished(() => server.stop())
    expect(server.logged()).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringContaining('no traces: OTEL_EXPORTER_OTLP_PROTOCOL') }),
    )
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it('names the packages that are not installed', async () => {
    await expect(loadPackages('@acct/not-installed')).rejects.toThrow(
      'not installed: @acct/not-installed (pnpm --filter @acct/server add @acct/not-installed)',
    )
  })

  it('does not hold up the end of the process while its collector is away', async () => {
    setEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' })
    const server = await startTestServer()
    await fetch(`${server.url}/healthz`)
    await server.stop()
  })
})
