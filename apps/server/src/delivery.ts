import { type Core, type Delivery, deliverDue, type Sender, type Senders } from '@acct/core'
import { aliyunSender, MissingPackage, smtpSender, tencentSender, twilioSender } from '@acct/delivery'
import type { FastifyBaseLogger } from 'fastify'
import type { EmailChannel, SmsChannel } from './channels.ts'
import type { Config } from './config.ts'
import { StartRefused } from './dataFolder.ts'
import { logOutage } from './outage.ts'

/** How often the queue is looked at anyway, in milliseconds: for retries, and for what another process left. */
const interval = 1000

/** How long a wake-up waits for others to join it, in milliseconds. */
const gathering = 10

/** How many runs may be under way at once: one that waits for a slow gateway must not hold up what comes after it. */
const mostRuns = 4

/** What delivers on each channel, and how to let its connections go. */
interface Ways {
  readonly senders: Senders
  readonly close: () => void
}

/** Makes what the settings ask for; throws `StartRefused` where a gateway's package is not installed. */
export function waysToSend({ sms, email }: Pick<Config, 'sms' | 'email'>): Ways {
  const mail = mailSenderOf(email)
  return {
    senders: { sms: smsSenderOf(sms), email: mail },
    close: () => {
      if (typeof mail !== 'string') mail.close()
    },
  }
}

const mailSenderOf = (email: EmailChannel) => (typeof email === 'string' ? email : smtpSender(email))

function smsSenderOf(sms: SmsChannel): Sender | 'inbox' | 'off' {
  if (typeof sms === 'string') return sms
  try {
    switch (sms.gateway) {
      case 'aliyun':
        return aliyunSender(sms)
      case 'tencent':
        return tencentSender(sms)
      case 'twilio':
        return twilioSender(sms)
    }
  } catch (error) {
    if (error instanceof MissingPackage) throw new StartRefused(`ACCT_SMS: ${error.message}`)
    throw error
  }
}

/** Delivers in the background. */
export interface DeliveryWorker {
  /** Something may be due now. Cheap, and never waits. */
  readonly wake: () => void
  /** Begins no further message; resolves once the ones at hand are settled. */
  readonly stop: () => Promise<void>
}

/**
 * Starts delivering: what is queued already, what wake-ups announce, and what is due again each second. `count` is told
 * what became of each message.
 */
export function startDelivery(
  core: Core,
  { senders, close }: Ways,
  log: FastifyBaseLogger,
  count: (delivery: Delivery) => void = () => undefined,
): DeliveryWorker {
  if (Object.values(senders).every((sender) => typeof sender === 'string')) {
    return { wake: () => undefined, stop: async () => undefined }
  }
  const { messages } = core.stores
  type Claim = Parameters<typeof messages.claim>[0]
  const runs = new Set<Promise<void>>()
  const outage = logOutage(log, { begins: 'delivering failed; it is tried each second', ends: 'delivering goes on' })
  let stopped = false
  let woken = false
  let timer: NodeJS.Timeout | undefined

  // The core delivers until nothing is due. Once stopped, nothing is.
  const stoppable: Core = {
    ...core,
    stores: Object.create(core.stores, {
      messages: {
        value: { ...messages, claim: async (query: Claim) => (stopped ? undefined : messages.claim(query)) },
      },
    }),
  }

  const run = () => {
    woken = false
    schedule(interval)
    if (runs.size === mostRuns) return
    const began = performance.now()
    const one = deliverDue(stoppable, senders)
      .then((deliveries) => {
        outage.worked(began)
        logDeliveries(log, deliveries)
        for (const delivery of deliveries) count(delivery)
      }, outage.failed)
      .finally(() => runs.delete(one))
    runs.add(one)
  }
  const schedule = (delay: number) => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(run, delay).unref()
  }

  schedule(0)
  return {
    wake: () => {
      if (woken) return
      woken = true
      schedule(gathering)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await Promise.all(runs)
      close()
    },
  }
}

/** One line a message: neither its address nor its content is in a `Delivery`. */
function logDeliveries(log: FastifyBaseLogger, deliveries: readonly Delivery[]): void {
  for (const { outcome, ...delivery } of deliveries) {
    if (outcome === 'sent') log.info({ ...delivery, outcome }, 'a message was delivered')
    else log.warn({ ...delivery, outcome }, 'a message was not delivered')
  }
}
