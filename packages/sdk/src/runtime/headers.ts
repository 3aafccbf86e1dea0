import type { CallOptions, ClientOptions, HeaderFields } from './options.ts'

/** The headers of one request. What is said later is stronger: our own, the token, the client's, the call's. */
export async function headersOf(
  client: ClientOptions,
  call: CallOptions,
  hasJson: boolean,
): Promise<{ [name: string]: string }> {
  const common = typeof client.headers === 'function' ? await client.headers() : client.headers
  const token = typeof client.token === 'function' ? await client.token() : client.token
  return {
    accept: 'application/json',
    ...(hasJson && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...lowerCased(common),
    ...lowerCased(call.headers),
  }
}

/** One spelling for each name: two would be sent as one header with both values. */
function lowerCased(headers: HeaderFields = {}): { [name: string]: string } {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
