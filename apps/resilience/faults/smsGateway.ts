import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Settings } from '../src/server.ts'

/** A stand-in for Twilio's Messages API that can go away and come back at the same address. */
export interface SmsGateway {
  /** What a server needs to send by it. */
  readonly settings: Settings
  /** What it was handed, whatever it answered. */
  readonly received: readonly { readonly to: string; readonly text: string }[]
  /** It takes messages and answers them. */
  readonly up: () => Promise<void>
  /** It takes messages and never answers. */
  readonly fallSilent: () => void
  /** Nobody listens there any more. */
  readonly down: () => Promise<void>
}

/** Starts one that is up. */
export async function smsGateway(): Promise<SmsGateway> {
  const received: { to: string; text: string }[] = []
  let port = 0
  let isSilent = false
  let server: Server | undefined
  const up = async () => {
    isSilent = false
    if (server !== undefined) return
    server = createServer(async (request, response) => {
      const fields = new URLSearchParams(await text(request))
      received.push({ to: fields.get('To') ?? '', text: fields.get('Body') ?? '' })
      if (isSilent) return
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ sid: 'SM0123456789abcdef0123456789abcdef', status: 'queued', error_code: null }))
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  await up()
  return {
    settings: {
      ACCT_SMS: 'twilio',
      ACCT_TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
      ACCT_TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
      ACCT_TWILIO_FROM: '+15005550006',
      ACCT_TWILIO_ENDPOINT: `http://127.0.0.1:${port}`,
    },
    received,
    up,
    fallSilent: () => {
      isSilent = true
    },
    down: async () => {
      const closing = server
      server = undefined
      if (closing === undefined) return
      const closed = once(closing, 'close')
      closing.close()
      closing.closeAllConnections()
      await closed
    },
  }
}
