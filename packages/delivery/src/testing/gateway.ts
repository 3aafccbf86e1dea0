import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number
  readonly body: string
}

/**
 * How a gateway behaves: as a healthy one, with one fixed answer to everything, never answering, or breaking the
 * connection once it has read the request.
 */
export type Behaviour = 'healthy' | 'silent' | 'breaking' | Reply

/** A stand-in for a gateway's API, on a free port of this machine. */
export interface FakeGateway<Received> {
  /** Its origin, for the gateway's endpoint setting. */
  readonly url: string
  /** What it was asked to send, in order, whatever it answered. Requests without valid credentials are not there. */
  readonly received: readonly Received[]
  /** From the next request on. With a promise it answers when that resolves: a slow gateway. */
  readonly behave: (behaviour: Behaviour | Promise<Behaviour>) => void
  /** Resolves when this many were received. */
  readonly reached: (count: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** What a healthy gateway makes of a request: what it was asked to send, and its answer. */
interface Handled<Received> {
  readonly received?: Received
  readonly reply: Reply
}

export const json = (status: number, body: unknown): Reply => ({ status, body: JSON.stringify(body) })

/** Starts one whose protocol is `handle`. */
export async function startFakeGateway<Received>(
  handle: (request: IncomingMessage, body: string) => Handled<Received>,
): Promise<FakeGateway<Received>> {
  const received: Received[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  let behaving: Behaviour | Promise<Behaviour> = 'healthy'

  const server = createServer(async (request, response) => {
    const handled = handle(request, await text(request))
    if (handled.received !== undefined) received.push(handled.received)
    for (const { count, resolve } of waiting) if (received.length >= count) resolve()
    const behaviour = await behaving
    if (behaviour === 'silent') return
    if (behaviour === 'breaking') return void request.socket.destroy()
    send(response, behaviour === 'healthy' ? handled.reply : behaviour)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    behave: (next) => {
      behaving = next
    },
    reached: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}
