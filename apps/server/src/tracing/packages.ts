import type * as api from '@opentelemetry/api'
import type * as exporter from '@opentelemetry/exporter-trace-otlp-http'
import type * as resources from '@opentelemetry/resources'
import type * as sdk from '@opentelemetry/sdk-trace-base'

/** OpenTelemetry's packages: no dependency of ours, but used where they are installed. */
export interface Packages {
  readonly api: typeof api
  readonly sdk: typeof sdk
  readonly resources: typeof resources
  readonly exporter: typeof exporter
}

/** By OTEL_EXPORTER_OTLP_PROTOCOL. */
export const exporters: Readonly<Record<string, string>> = {
  'http/protobuf': '@opentelemetry/exporter-trace-otlp-proto',
  'http/json': '@opentelemetry/exporter-trace-otlp-http',
}

/** Of what fits together, and Node 20 runs: the newest exporters want a newer one. */
const versions: Readonly<Record<string, string>> = {
  '@opentelemetry/api': '1.9',
  '@opentelemetry/sdk-trace-base': '2.12',
  '@opentelemetry/resources': '2.12',
  '@opentelemetry/exporter-trace-otlp-proto': '0.223',
  '@opentelemetry/exporter-trace-otlp-http': '0.223',
}

/** Loads them; throws `MissingPackages` naming all that can not be found. */
export async function loadPackages(exporterName: string): Promise<Packages> {
  const names = ['@opentelemetry/api', '@opentelemetry/sdk-trace-base', '@opentelemetry/resources', exporterName]
  // By a name that the bundler does not see: it would build them into our file.
  const loaded = await Promise.allSettled(names.map((name) => import(name)))
  const missing: string[] = []
  for (const [index, one] of loaded.entries()) {
    if (one.status === 'fulfilled') continue
    if ((one.reason as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw one.reason
    missing.push(names[index] ?? '')
  }
  if (missing.length > 0) throw new MissingPackages(missing)
  const [api, sdk, resources, exporter] = loaded.map((one) => (one as PromiseFulfilledResult<unknown>).value)
  return { api, sdk, resources, exporter } as Packages
}

/** Tracing is asked for, and its packages are not installed. The message is for the operator. */
export class MissingPackages extends Error {
  override readonly name = 'MissingPackages'
  constructor(names: readonly string[]) {
    const wanted = names.map((name) => (versions[name] ? `${name}@${versions[name]}` : name))
    super(`not installed: ${names.join(', ')} (pnpm --filter @acct/server add ${wanted.join(' ')})`)
  }
}
