import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { qqAnswer } from './qq.ts'
import { wechatAnswer } from './wechat.ts'
import { weiboAnswer } from './weibo.ts'

type Provider = 'qq' | 'wechat' | 'weibo'

/** Somebody who has signed in to an app with a provider: what the provider knows by their token. */
export interface FakePerson {
  readonly provider: Provider
  readonly token: string
  /** Weibo: the uid, digits. */
  readonly openid: string
  /** The app that the token was issued to. WeChat tells nobody. */
  readonly appId: string
  /** QQ and WeChat; left out: the app may not ask for it. */
  readonly unionId?: string
  readonly nickname?: string
  /** Only Weibo tells it. */
  readonly gender?: 'm' | 'f' | 'n'
  /** Left out: valid. */
  readonly state?: 'expired' | 'revoked'
  /** Left out: no picture. `showPicture` of the fake gives one. */
  readonly pictureUrl?: string
}

/** A question as a provider gets it. */
export interface Question {
  readonly method: string
  readonly path: string
  readonly fields: URLSearchParams
  /** The owner of the token in it. */
  readonly person: FakePerson | undefined
}

/** An answer as it goes over the wire. */
interface Sent {
  readonly status: number
  readonly body: string
}

/**
 * How a provider behaves. Healthy answers in other clothes: `jsonp` (with blanks and a line end), `trailingComma` (the
 * same, with a comma after the last member), `twins` (numbers as strings and strings of digits as numbers), `failing`
 * (HTTP 500 with the healthy body). No answers: `html`, `truncated`, `oversized`, `silent` (never), `dripping` (a blank
 * now and then, for ever), `breaking` (the connection). Or one fixed answer.
 */
export type ProviderBehaviour = Dress | 'silent' | 'dripping' | 'breaking' | Sent

type Dress = 'healthy' | 'jsonp' | 'trailingComma' | 'twins' | 'failing' | 'html' | 'truncated' | 'oversized'

/** QQ, WeChat and Weibo, and a host of pictures, on one port of this machine. */
export interface FakeProviders {
  /** For `ACCT_QQ_URL`, `ACCT_WECHAT_URL` and `ACCT_WEIBO_URL`. */
  readonly url: string
  /** For `ACCT_PICTURE_HOSTS`. */
  readonly pictureHost: string
  /** Makes somebody known; again with the same provider and token: as they are now. */
  readonly admit: (person: FakePerson) => void
  /** How a provider answers the next questions, in turn; the last one stays. */
  readonly behave: (provider: Provider, ...behaviours: readonly [ProviderBehaviour, ...ProviderBehaviour[]]) => void
  /** Puts a picture on the host, or what is given out as one, and returns its address. */
  readonly showPicture: (file: Uint8Array) => string
  /** The paths of all questions so far, pictures included, in order. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

const providers: Record<Provider, (question: Question) => object | undefined> = {
  qq: qqAnswer,
  wechat: wechatAnswer,
  weibo: weiboAnswer,
}

/** Starts them, on a free port unless one is given. Nobody is known, everything is healthy. */
export async function startFakeProviders({ port = 0 } = {}): Promise<FakeProviders> {
  const people = new Map<string, FakePerson>()
  const pictures: Uint8Array[] = []
  const asked: string[] = []
  const behaving: Record<Provider, ProviderBehaviour[]> = { qq: [], wechat: [], weibo: [] }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
    asked.push(pathname)
    const picture = pictures[Number(/^\/picture\/(\d+)$/.exec(pathname)?.[1] ?? -1)]
    if (picture !== undefined) return void response.end(picture)
    const { method = 'GET' } = request
    const fields = method === 'POST' ? new URLSearchParams(await text(request)) : searchParams
    for (const [provider, answer] of Object.entries(providers) as [Provider, (typeof providers)[Provider]][]) {
      const person = people.get(`${provider} ${fields.get('access_token')}`)
      const body = answer({ method, path: pathname, fields, person })
      if (body === undefined) continue
      const queue = behaving[provider]
      return send(response, body, (queue.length > 1 ? queue.shift() : queue[0]) ?? 'healthy')
    }
    response.writeHead(404).end('<html><body>404</body></html>')
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const pictureHost = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${pictureHost}`

  return {
    url,
    pictureHost,
    admit: (person) => void people.set(`${person.provider} ${person.token}`, person),
    behave: (provider, ...behaviours) => {
      behaving[provider] = [...behaviours]
    },
    showPicture: (file) => `${url}/picture/${pictures.push(file) - 1}`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, body: object, behaviour: ProviderBehaviour): void {
  if (behaviour === 'silent') return
  if (behaviour === 'breaking') {
    response.destroy()
  } else if (behaviour === 'dripping') {
    response.writeHead(200).flushHeaders()
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  } else {
    const sent = typeof behaviour === 'object' ? behaviour : dressed(body, behaviour)
    // As QQ’s own sample has it: JSON, called HTML.
    response.writeHead(sent.status, { 'content-type': 'text/html; charset=utf-8' }).end(sent.body)
  }
}

/** The healthy answer, in what it comes in. */
function dressed(body: object, behaviour: Dress): Sent {
  const healthy = JSON.stringify(body)
  const bodies: Record<Dress, string> = {
    healthy,
    failing: healthy,
    jsonp: `callback( ${healthy} );\n`,
    trailingComma: `callback( ${healthy.slice(0, -1)}, } );\n`,
    twins: JSON.stringify(body, (_, value) => twin(value)),
    html: '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>',
    truncated: healthy.slice(0, healthy.length / 2),
    oversized: `${' '.repeat(1024 * 1024)}${healthy}`,
  }
  return { status: behaviour === 'failing' ? 500 : 200, body: bodies[behaviour] }
}

/** The same value in the other type, where it has one. */
function twin(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value
}
