import { describe, expect, test } from 'vitest'
import { requestChangeCode } from '../../codes/requestChangeCode.ts'
import type { Core } from '../../core.ts'
import { deliverDue, type Sender, type SendResult } from '../../messages/deliverDue.ts'
import type { Message } from '../../messages/message.ts'
import { sweep } from '../../sweep.ts'
import { day, minute, second } from '../../time.ts'
import { type TestCore, testCore } from '../core.ts'
import { ask, phone, source } from './codesSetup.ts'
import { inParallel, type OpenStores, onCore } from './setup.ts'

const channels = { sms: 'gateway', email: 'gateway' } as const

/** A core that queues, on the stores and with the clock of another. */
const queueing = (core: TestCore, seed = 'queueing') =>
  testCore(core.kept, { clock: core.clock, seed, settings: { channels, codeInterval: 0, codesPerHour: 0 } })

/** A gateway that notes what it gets and answers as it is told. */
function gateway(answer: (message: Message, time: number) => SendResult | Promise<SendResult>) {
  const got: Message[] = []
  const sender: Sender = {
    send: async (message) => {
      got.push(message)
      return answer(message, got.length)
    },
  }
  return { got, sender, senders: { sms: sender, email: 'off' } as const }
}

/** The same core, that calls a function where the store fails to hand a message out: what waits for others would wait for ever. */
function onFailedClaim(core: TestCore, call: () => void): Core {
  const { messages } = core.stores
  const claim: typeof messages.claim = async (query) => {
    try {
      return await messages.claim(query)
    } catch (error) {
      call()
      throw error
    }
  }
  return { ...core, stores: Object.create(core.stores, { messages: { value: { ...messages, claim } } }) }
}

const accepting = () => gateway(() => ({ kind: 'sent' }))
const refusing = () => gateway(() => ({ kind: 'refused', reason: 'no money' }))

/** How messages leave the queue. */
export function deliverySuite(open: OpenStores): void {
  describe('delivery', () => {
    test(
      'a queued message is delivered once, with all that is in it, and shown nowhere else',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'change')
        expect(await core.stores.messages.list({ limit: 10 })).toEqual([])
        const { got, senders } = accepting()
        expect(await deliverDue(core, senders)).toMatchObject([{ channel: 'sms', outcome: 'sent' }])
        const at = core.clock.now()
        const expected = {
          channel: 'sms',
          to: phone,
          purpose: 'change',
          scope: 'change',
          at,
          expiresAt: at + 10 * minute,
        }
        expect(got).toMatchObject([expected])
        expect(got[0]?.code).toMatch(/^\d{6}$/)
        expect(got[0]?.text).toContain(got[0]?.code)
        core.clock.advance(minute)
        expect(await deliverDue(core, senders)).toEqual([])
      }),
    )

    test(
      'several that deliver at once share the work and never a message',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        for (let index = 0; index < 50; index += 1) await ask(core, 'reset', `+86138${String(index).padStart(8, '0')}`)
        const { got, senders } = accepting()
        const cores = [core, queueing(inbox, 'another')]
        const rounds = await inParallel(4, (index) => deliverDue(cores[index % 2] ?? core, senders))
        expect(rounds.flat()).toHaveLength(50)
        expect(new Set(got.map(({ id }) => id)).size).toBe(50)
        expect(got).toHaveLength(50)
      }),
    )

    test(
      'a refused message is tried again after 1 s, 2 s, 4 s … until it expires',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'change')
        const start = core.clock.now()
        const { got, senders } = refusing()
        const tries: number[] = []
        const outcomes: string[] = []
        while (core.clock.now() < start + 11 * minute) {
          for (const { outcome } of await deliverDue(core, senders)) {
            tries.push((core.clock.now() - start) / second)
            outcomes.push(outcome)
          }
          core.clock.advance(second)
        }
        expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511])
        expect(outcomes).toEqual([...Array.from({ length: 9 }, () => 'retried'), 'failed'])
        expect(got).toHaveLength(10)
      }),
    )

    test(
      'a refused message arrives once the gateway is back',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'change')
        const { got, senders } = gateway((_, time) =>
          time < 3 ? { kind: 'refused', reason: 'down' } : { kind: 'sent' },
        )
        for (let time = 0; time < 10; time += 1) {
          await deliverDue(core, senders)
          core.clock.advance(second)
        }
        expect(got).toHaveLength(3)
      }),
    )

    test.each([
      { what: 'an unclear answer', answer: () => ({ kind: 'unclear', reason: 'time-out' }) as const },
      { what: 'a sender that fails', answer: () => Promise.reject(new Error('bug')) },
    ])('$what is not repeated', async ({ answer }) =>
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'change')
        const { got, senders } = gateway(answer)
        expect(await deliverDue(core, senders)).toMatchObject([{ outcome: 'unclear' }])
        core.clock.advance(minute)
        expect(await deliverDue(core, senders)).toEqual([])
        expect(got).toHaveLength(1)
      })(),
    )

    test(
      'a code that has expired is not sent, a notice is good for a day',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'change')
        await ask(core, 'reset')
        core.clock.advance(10 * minute)
        const { got, senders } = accepting()
        await deliverDue(core, senders)
        expect(got.map(({ purpose }) => purpose)).toEqual(['noAccount'])
        await ask(core, 'reset')
        core.clock.advance(day)
        expect(await deliverDue(core, senders)).toEqual([])
      }),
    )

    test(
      'what a crash left on its way is never sent again',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'change')
        expect(await core.stores.messages.claim({ channel: 'sms', now: core.clock.now() })).toBeDefined()
        const { got, senders } = accepting()
        core.clock.advance(minute)
        expect(await deliverDue(core, senders)).toEqual([])
        core.clock.advance(9 * minute)
        expect(await sweep(core)).toMatchObject({ expiredMessages: 1, messages: 0 })
        expect(await deliverDue(core, senders)).toEqual([])
        expect(got).toEqual([])
      }),
    )

    test(
      'a slow message holds up neither the others nor the other channel',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(core, 'reset', '+8613800000000')
        await ask(core, 'reset')
        const address = { kind: 'email', email: { shown: 'h@example.com', key: 'h@example.com' } } as const
        await requestChangeCode(core, { address, source })
        let answer = () => {}
        const answered = new Promise<SendResult>((resolve) => {
          answer = () => resolve({ kind: 'sent' })
        })
        const slow = gateway(({ to }) => (to === phone ? { kind: 'sent' } : answered))
        const mail = accepting()
        const delivered: string[] = []
        const note = ({ sender }: { sender: Sender }): Sender => ({
          send: async (message) => {
            const result = await sender.send(message)
            delivered.push(message.to)
            if (delivered.length === 2) answer()
            return result
          },
        })
        await deliverDue(onFailedClaim(core, answer), { sms: note(slow), email: note(mail) })
        expect(delivered.slice(0, 2).sort()).toEqual([phone, 'h@example.com'])
        expect(delivered[2]).toBe('+8613800000000')
      }),
    )

    test(
      'what was sealed with another secret is given up, and shown in no inbox',
      onCore(open, async (inbox) => {
        const core = queueing(inbox)
        await ask(inbox, 'change')
        await ask(core, 'change')
        const secret = new Uint8Array(32).fill(9)
        const other = testCore(core.kept, { clock: core.clock, settings: { secret, channels } })
        const { got, senders } = accepting()
        expect(await deliverDue(other, senders)).toMatchObject([{ outcome: 'failed' }])
        expect(got).toEqual([])
        expect(await other.stores.messages.list({ limit: 10 })).toEqual([])
        expect(await inbox.stores.messages.list({ limit: 10 })).toHaveLength(1)
      }),
    )
  })
}
