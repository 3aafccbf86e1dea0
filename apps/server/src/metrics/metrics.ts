import type { FastifyInstance } from 'fastify'
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  type Metric,
  type MetricObjectWithValues,
  Registry,
} from 'prom-client'
import { bounds, countRequests, type RouteCounts } from './requests.ts'
import type { MetricSources } from './sources.ts'

type Kind = 'counter' | 'gauge' | 'histogram'
type Value = MetricObjectWithValues<{ value: number; labels: object }>['values'][number] & { metricName?: string }

/** What one process has to tell, as plain data: it can be sent to another process, which tells it with its own. */
export type Snapshot = readonly MetricObjectWithValues<Value>[]

/** What Prometheus reads. */
export interface MetricsPage {
  readonly contentType: string
  readonly text: string
}

/** The metrics of this process. */
export interface Metrics {
  /** Counts the answers of the routes that are registered from now on. */
  readonly watch: (app: FastifyInstance) => void
  /** One more message of a channel came to this. */
  readonly countMessage: (channel: string, outcome: string) => void
  readonly snapshot: () => Promise<Snapshot>
  /** What one process or several have to tell. */
  readonly pageOf: (snapshots: readonly Snapshot[]) => Promise<MetricsPage>
}

/**
 * Metrics in Prometheus' words. Nothing of prom-client runs while requests are answered: what is counted is counted in
 * plain numbers, which become metrics when somebody asks.
 */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const messages = new Map<string, { channel: string; outcome: string; count: number }>()
  let routes: readonly RouteCounts[] = []

  const add = (
    name: string,
    type: Kind,
    help: string,
    values: () => Value[] | Promise<Value[]>,
    aggregator = 'sum',
  ) => {
    // A metric is what has these fields and `get`: prom-client itself registers such objects where it adds processes up.
    const metric = {
      name,
      help,
      type,
      aggregator,
      get: async () => ({ name, help, type, aggregator, values: await values() }),
    }
    registry.registerMetric(metric as unknown as Metric)
  }
  const one = (value: number | undefined): Value[] => (value === undefined ? [] : [{ value, labels: {} }])

  add('acct_requests_total', 'counter', 'Requests that were answered, by how they ended.', () =>
    routes.flatMap(({ variant, route, outcomes }) =>
      Object.entries(outcomes).map(([outcome, value]) => ({ value, labels: { variant, route, outcome } })),
    ),
  )
  add('acct_request_duration_seconds', 'histogram', 'From the request’s head to the end of its answer.', () =>
    routes.flatMap(histogramOf),
  )
  add(
    'acct_messages_total',
    'counter',
    'Messages that were handed to a gateway or mail server, by what came of it.',
    () => Array.from(messages.values(), ({ count, ...labels }) => ({ value: count, labels })),
  )
  add('acct_hashes_running', 'gauge', 'Password hashes that are being computed.', () => one(sources.hashes()?.running))
  add('acct_hashes_waiting', 'gauge', 'Password hashes that wait for a core.', () => one(sources.hashes()?.waiting))
  add('acct_store_writes_waiting', 'gauge', 'SQLite: steps that wait to be written.', () =>
    one(sources.database().writesWaiting),
  )
  add('acct_database_connections', 'gauge', 'PostgreSQL: connections of the pool.', () => {
    const { pool } = sources.database()
    if (pool === undefined) return []
    return [
      { value: pool.size - pool.idle, labels: { state: 'used' } },
      { value: pool.idle, labels: { state: 'idle' } },
    ]
  })
  add('acct_database_connections_waiting', 'gauge', 'PostgreSQL: steps that wait for a connection.', () =>
    one(sources.database().pool?.waiting),
  )

  // All processes see one queue. The last: what it reads from the database must not be seen waiting by the others.
  const waiting = () =>
    Promise.all(
      (['sms', 'email'] as const).map(async (channel) => ({
        value: await sources.waitingMessages(channel),
        labels: { channel },
      })),
    )
  add('acct_messages_waiting', 'gauge', 'Messages in the queue.', waiting, 'max')

  return {
    watch: (app) => {
      routes = countRequests(app)
    },
    countMessage: (channel, outcome) => {
      const key = `${channel} ${outcome}`
      const known = messages.get(key)
      if (known === undefined) messages.set(key, { channel, outcome, count: 1 })
      else known.count += 1
    },
    snapshot: async () => (await registry.getMetricsAsJSON()) as Snapshot,
    pageOf: async (snapshots) => ({ contentType: Registry.PROMETHEUS_CONTENT_TYPE, text: await textOf(snapshots) }),
  }
}

function histogramOf({ variant, route, buckets, seconds }: RouteCounts): Value[] {
  const values: Value[] = []
  let total = 0
  for (const [index, inBucket] of buckets.entries()) {
    total += inBucket
    const labels = { le: bounds[index] ?? '+Inf', variant, route }
    values.push({ value: total, labels, metricName: 'acct_request_duration_seconds_bucket' })
  }
  // A route that nobody has called yet would be fifteen lines of nothing.
  if (total === 0) return []
  const labels = { variant, route }
  values.push({ value: seconds, labels, metricName: 'acct_request_duration_seconds_sum' })
  values.push({ value: total, labels, metricName: 'acct_request_duration_seconds_count' })
  return values
}

/** What one process or several have to tell, as the text that Prometheus reads. Counters and histograms are added up. */
export async function textOf(snapshots: readonly Snapshot[]): Promise<string> {
  const [own] = snapshots
  // Added up even where there is one, some things would be left out that only one process can say: since when it runs.
  if (own === undefined || snapshots.length > 1) {
    return AggregatorRegistry.aggregate(snapshots.map((snapshot) => [...snapshot])).metrics()
  }
  const registry = new Registry()
  for (const metric of own) registry.registerMetric({ ...metric, get: () => metric } as unknown as Metric)
  return registry.metrics()
}
