import type { Sender, SendResult } from '@acct/core'
import { handOver } from '../handOver.ts'
import { optionalPackage } from '../optionalPackage.ts'
import { codeFrom, failedWith, sent, standardTimeout, unclear } from '../outcome.ts'

type Twilio = typeof import('twilio', { with: { 'resolution-mode': 'require' }})

export interface TwilioOptions {
  /** `AC…` */
  readonly accountSid: string
  readonly authToken: string
  /** A number in E.164, an alphanumeric sender, or a messaging service (`MG…`). */
  readonly from: string
  /** An origin, by default `https://api.twilio.com`. */
  readonly endpoint?: string | undefined
  /** For each message, in milliseconds. */
  readonly timeout?: number | undefined
}

/**
 * SMS by Twilio's Messages API through its own SDK; for numbers outside the Chinese mainland, where carriers let its
 * messages through. Throws `MissingPackage` where the SDK is not installed.
 */
export function twilioSender(options: TwilioOptions): Sender {
  const { timeout = standardTimeout } = options
  const twilio = optionalPackage<Twilio>('twilio')
  const httpClient = new twilio.RequestClient({ timeout })
  if (options.endpoint !== undefined) {
    // The SDK has no setting for it, but takes the client that its requests go through.
    const { origin } = new URL(options.endpoint)
    const request = httpClient.request.bind(httpClient)
    httpClient.request = (asked) => request({ ...asked, uri: asked.uri.replace(/^https:\/\/[^/]+/, origin) })
  }
  const client = twilio(options.accountSid, options.authToken, {
    // The SDK logs numbers and texts when the environment asks it for 'debug'.
    logLevel: 'error',
    httpClient,
  })
  const from = options.from.startsWith('MG') ? { messagingServiceSid: options.from } : { from: options.from }

  const call = async (to: string, body: string): Promise<SendResult> => {
    const { sid } = await client.messages.create({ to, body, ...from })
    return typeof sid === 'string' ? sent : unclear('twilio answered nonsense')
  }

  return {
    send: ({ to, text }) => handOver({ gateway: 'twilio', timeout, call: () => call(to, text), judge }),
  }
}

/** An answer with another status than 2xx reaches us as a RestException. */
function judge(error: unknown): SendResult | undefined {
  const { status, code } = error as { status?: unknown; code?: unknown }
  if (typeof status !== 'number') return undefined
  return failedWith(status, `twilio answered ${codeFrom(code)} with HTTP ${status}`)
}
