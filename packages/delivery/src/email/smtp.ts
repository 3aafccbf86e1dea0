import type { Readable } from 'node:stream'
import type { Sender, SendResult } from '@acct/core'
import nodemailer, { type SMTPPoolOptions } from 'nodemailer'
import { judgeConnection } from '../handOver.ts'
import { refused, sent, standardTimeout, unclear } from '../outcome.ts'

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string
  /** Who the messages come from: `id@example.com` or `Name <id@example.com>`. */
  readonly from: string
  /** What every message's subject says: the name of the service. */
  readonly subject: string
  /** For each message, in milliseconds. */
  readonly timeout?: number | undefined
}

/** A sender that holds connections. */
export interface SmtpSender extends Sender {
  /** Lets idle connections go; those at work finish their message first. */
  readonly close: () => void
}

/**
 * E-mail over SMTP. Connections are pooled and their certificates verified. A failure is `refused` while the server
 * has not begun to take the content in, and where it says no by a reply of its own; otherwise it is `unclear`.
 */
export function smtpSender(options: SmtpOptions): SmtpSender {
  const { timeout = standardTimeout } = options
  const transport = nodemailer.createTransport(transportOptions(options.url, timeout), {
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((content) => {
      ;(mail.data as Partial<Watched>).onContent?.(content as Readable)
      return content
    })
    done()
  })

  return {
    send: async ({ to, text }) => {
      let content: Readable | undefined
      const watched: Watched = {
        onContent: (stream) => {
          content = stream
        },
      }
      const mail = {
        ...watched,
        from: options.from,
        // As an object, so that no character in it makes it two addresses.
        to: { name: '', address: to },
        subject: options.subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(timeout),
      }
      try {
        await transport.sendMail(mail)
        return sent
      } catch (error) {
        return judge(error, content?.readableDidRead === true)
      }
    },
    close: () => transport.close(),
  }
}

interface Watched {
  readonly onContent: (content: Readable) => void
}

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/**
 * How the server is spoken to: `smtps://` is TLS from the start; `smtp://` must be upgraded to it (STARTTLS), but for a
 * server on this machine, or where the URL itself says `?ignoreTLS=true`.
 */
export function transportOptions(url: string, timeout: number): SMTPPoolOptions & { pool: true } {
  const { protocol, hostname, searchParams } = new URL(url)
  const inTheClear = protocol === 'smtp:' && (loopback.test(hostname) || searchParams.get('ignoreTLS') === 'true')
  return {
    url,
    pool: true,
    maxConnections: 2,
    // What becomes of a message is decided in one place, not by sending it again.
    maxRequeues: 0,
    ...(inTheClear ? { ignoreTLS: true } : { requireTLS: true }),
    tls: { rejectUnauthorized: true },
    dnsTimeout: timeout,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  }
}

/** Replies repeat addresses, so only their numbers are told. */
function judge(error: unknown, contentLeft: boolean): SendResult {
  const { responseCode, command, originalCode, message } = error as Record<string, unknown>
  if (typeof responseCode === 'number' && responseCode >= 400) {
    return refused(`the mail server answered ${responseCode} to ${String(command).split(' ', 1)[0]}`)
  }
  if (contentLeft) return unclear('the mail server did not say whether it took the message')
  return judgeConnection('the mail server', { code: originalCode, message }, refused)
}
