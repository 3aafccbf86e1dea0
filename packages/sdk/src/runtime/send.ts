import type { Answer } from './answer.ts'
import type { Endpoint } from './endpoint.ts'
import { headersOf } from './headers.ts'
import { startLimit } from './limit.ts'
import type { ClientOptions, FetchLike, UploadOptions } from './options.ts'
import { toWire, type Wire } from './wire.ts'

/** Milliseconds a call may take if nobody says otherwise. */
const defaultTimeout = 10_000

/**
 * Makes one call. Never rejects: however it ends, the end is a value.
 * `A` is the route's union of answers. The generated client names it, and its checks are what makes it true.
 */
export async function send<A>(client: ClientOptions, endpoint: Endpoint, request: unknown, call?: UploadOptions) {
  return (await answerOf(client, endpoint, request, call ?? {})) as A
}

async function answerOf(client: ClientOptions, endpoint: Endpoint, request: unknown, call: UploadOptions) {
  const wire = toWire(client.baseUrl, endpoint, request)
  if (!wire) return unanswered('invalidRequest')
  const limit = startLimit([client.signal, call.signal], call.timeout ?? client.timeout ?? defaultTimeout)
  try {
    // A `fetch` or `token` of the caller's own may know nothing of signals: the call is over all the same.
    return await Promise.race([limit.reached.then(unanswered), exchange(client, endpoint, wire, call, limit.signal)])
  } catch (cause) {
    return limit.signal.aborted ? unanswered(await limit.reached) : { ...unanswered('networkError'), cause }
  } finally {
    limit.release()
  }
}

/** Sends a request and reads what comes back. Rejects with whatever `fetch`, `headers` and `token` reject with. */
async function exchange(
  client: ClientOptions,
  endpoint: Endpoint,
  wire: Wire,
  call: UploadOptions,
  signal: AbortSignal,
) {
  const headers = await headersOf(client, call, typeof wire.body === 'string')
  if (signal.aborted) throw signal.reason
  const credentials = client.credentials ?? 'include'
  // Called without a receiver: browsers refuse a `fetch` whose `this` is anything but the global object.
  const fetch: FetchLike = client.fetch ?? reporting(endpoint, call, credentials) ?? globalThis.fetch
  const response = await fetch(wire.url, {
    method: endpoint.method,
    headers,
    ...(wire.body !== undefined && { body: wire.body }),
    ...(knowsCredentials() && { credentials }),
    signal,
  })
  const body = parsed(await response.text())
  const fitting = endpoint.outcomes.find(([, status, fits]) => status === response.status && fits(body))
  return { outcome: fitting?.[0] ?? 'undocumentedAnswer', status: response.status, body, headers: response.headers }
}

const reporting = ({ upload }: Endpoint, { onUploadProgress }: UploadOptions, credentials: string) =>
  onUploadProgress && upload?.fetchReporting(onUploadProgress, credentials)

/** Some workers know no cookies, and refuse a request that mentions credentials at all. */
function knowsCredentials(): boolean {
  return typeof Request === 'undefined' || 'credentials' in Request.prototype
}

/** JSON, else the text itself. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function unanswered(outcome: string): Answer {
  return { outcome, status: 0, body: undefined, headers: undefined }
}
