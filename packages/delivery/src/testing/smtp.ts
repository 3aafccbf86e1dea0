import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail as the server took it. */
interface ReceivedMail {
  readonly to: readonly string[]
  /** Headers and text as they came over the wire. */
  readonly content: string
}

/**
 * How the server behaves: as a healthy one, refusing each recipient, refusing each message once it has read it, saying
 * nothing to the recipient, or saying nothing once it has read the message.
 */
type MailBehaviour = 'healthy' | 'noRecipient' | 'noMessage' | 'silentAtRecipient' | 'silentAfterMessage'

/** A real SMTP server on a free port of this machine that keeps what it is given. */
export interface FakeMailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  readonly behave: (behaviour: MailBehaviour) => void
  readonly close: () => Promise<void>
}

/** Starts one; `tls` is from the first byte, with a certificate that nobody trusts. */
export async function startFakeMailServer({ tls = false } = {}): Promise<FakeMailServer> {
  const received: ReceivedMail[] = []
  let behaviour: MailBehaviour = 'healthy'
  const refusal = (code: number) => Object.assign(new Error('no mail for a@example.com'), { responseCode: code })

  const server = new SMTPServer({
    secure: tls,
    logger: false,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onRcptTo: (_address, _session, done) => {
      if (behaviour === 'noRecipient') done(refusal(550))
      else if (behaviour !== 'silentAtRecipient') done()
    },
    onData: async (stream, session, done) => {
      const content = await text(stream)
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), content })
      if (behaviour === 'noMessage') done(refusal(554))
      else if (behaviour !== 'silentAfterMessage') done()
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')

  return {
    url: `${tls ? 'smtps' : 'smtp'}://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    behave: (next) => {
      behaviour = next
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
