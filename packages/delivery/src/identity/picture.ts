import { once } from 'node:events'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { isIP } from 'node:net'
import { readAtMost } from '../readAtMost.ts'
import { publicLookup } from './publicAddress.ts'

/** No avatar may be larger. */
const largestFile = 5 * 1024 * 1024
const standardTimeout = 2000

export interface PictureFetcherOptions {
  /**
   * Where pictures may come from: `name` is that host, `*.name` every host below it, both by https on its usual port. A
   * loopback address with a port (`127.0.0.1:4711`) is exactly that server, by http: one that a test has started.
   */
  readonly hosts: readonly string[]
  /** Milliseconds. */
  readonly timeout?: number | undefined
}

/**
 * Fetches pictures from known hosts. An http address is asked by https; redirects are not followed; a host whose name
 * leads into a private network is not asked. Undefined for whatever is not to be had like that: a missing picture is no
 * reason to keep somebody out.
 */
export function pictureFetcher({ hosts, timeout = standardTimeout }: PictureFetcherOptions) {
  return async (address: string): Promise<Uint8Array | undefined> => {
    const url = pictureUrl(address, hosts)
    if (url === undefined) return undefined
    try {
      // A connection of its own: a kept one may have been made without the check.
      const options = { agent: false, signal: AbortSignal.timeout(timeout) } as const
      const request =
        url.protocol === 'http:' ? httpGet(url, options) : httpsGet(url, { ...options, lookup: publicLookup() })
      // Once there is a response, it tells the same error to its reader.
      request.on('error', () => {})
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      const file = response.statusCode === 200 ? await readAtMost(response, largestFile) : undefined
      response.destroy()
      return file
    } catch {
      return undefined
    }
  }
}

/** The address to ask for a picture, or undefined if it is none of the known hosts'. */
export function pictureUrl(address: string, hosts: readonly string[]): URL | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined
  if (url.protocol === 'http:' && loopbackWithPort.test(url.host) && hosts.includes(url.host)) return url
  url.protocol = 'https:'
  const known = hosts.some((host) =>
    host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
  )
  return known && url.port === '' ? url : undefined
}

/** Whether a text is an entry of `hosts`; written in small letters. An address other than loopback is none. */
export const isPictureHost = (entry: string): boolean =>
  loopbackWithPort.test(entry) || (hostOrHostsBelow.test(entry) && isIP(entry) === 0)

const loopbackWithPort = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]):\d{1,5}$/
const hostOrHostsBelow = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/
