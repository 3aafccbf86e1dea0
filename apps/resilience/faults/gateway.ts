import { join } from 'node:path'
import { createClient as cardClient } from '@acct/sdk/card'
import { createClient as communityClient } from '@acct/sdk/community'
import Database from 'better-sqlite3'
import { count, listed } from '../src/report.ts'
import { serve, temporaryFolder, unlimited } from '../src/server.ts'
import { until } from '../src/wait.ts'
import type { FaultScenario } from './context.ts'
import { longestRecovery } from './reading.ts'
import { smsGateway } from './smsGateway.ts'

/**
 * The SMS gateway goes away, and comes back. Nobody sees it in an answer; every message arrives once. The server is killed
 * meanwhile: what was being handed over at that moment, and only that, may never arrive, since it may have arrived already.
 */
export const gateway: FaultScenario = {
  name: 'gateway',
  run: async ({ long }) => {
    const each = long ? 200 : 20
    const { folder, remove } = temporaryFolder('gateway')
    const sms = await smsGateway()
    const settings = { ...unlimited, ...sms.settings, ACCT_DATA_DIR: folder }
    const outcomes = new Map<string, number>()
    let numbers = 0
    let server = await serve(settings)
    try {
      /** Asks for codes for numbers that nobody asked for yet. */
      const askFor = async (many: number) => {
        const community = communityClient({ baseUrl: `${server.url}/community` })
        const asked = Array.from({ length: many }, () => `86139${String(++numbers).padStart(8, '0')}`)
        for (const phone of asked) {
          const { outcome } = await community.requestSmsCode({ phone })
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
        return asked.map((phone) => `+${phone}`)
      }
      const times = (to: string) => sms.received.filter((message) => message.to === to).length
      const areThere = (asked: readonly string[]) => () => asked.every((to) => times(to) > 0)

      const healthy = await askFor(each)
      await until(areThere(healthy), 'messages of a healthy gateway')

      await sms.down()
      const refused = await askFor(each)
      const { outcome } = await cardClient({ baseUrl: `${server.url}/card` }).login({
        username: 'nobody',
        password: 'p',
      })
      await until(() => attempts(folder) > each, 'a second attempt')
      await sms.up()
      const began = performance.now()
      const fresh = await askFor(1)
      await until(areThere(fresh), 'a message after it is back')
      const recovered = performance.now() - began
      await until(areThere(refused), 'the messages that waited', 120_000)

      await sms.down()
      const killed = await askFor(each)
      await server.end('SIGKILL')
      const underWay = sending(folder)
      await sms.up()
      server = await serve(settings)
      const certain = killed.filter((to) => !underWay.includes(to))
      await until(areThere(certain), 'the messages of before the kill', 120_000)

      sms.fallSilent()
      const silent = await askFor(8)
      await until(areThere(silent), 'messages that nobody answers')
      await server.end('SIGKILL')
      await sms.up()
      server = await serve(settings)
      const last = await askFor(each)
      await until(areThere(last), 'messages after the second kill')

      const code = /\d{6}/.exec(sms.received.find(({ to }) => to === last[0])?.text ?? '')?.[0]
      const spent = await communityClient({ baseUrl: `${server.url}/community` }).loginSignupSms({
        phone: (last[0] ?? '').slice(1),
        smscode: code,
      })
      const ended = await server.end('SIGTERM')
      const all = [...healthy, ...refused, ...fresh, ...killed, ...silent, ...last]
      const repeated = all.filter((to) => times(to) > 1)
      const answers = [...outcomes].map(([each, often]) => `${count(often)} × ${each}`)
      return [
        {
          done: 'asked for codes while the gateway was up, down, silent, and down again with a kill -9',
          seen: `answers: ${answers.join(', ')}; a login meanwhile: ${outcome}`,
          passed: outcomes.size === 1 && outcomes.has('ok') && outcome === 'invalidCredentials',
        },
        {
          done: `counted ${count(all.length)} messages`,
          seen: `${repeated.length} arrived twice ${listed(repeated)}, ${underWay.length} may be missing that were being handed over when the server was killed, all others arrived; exit ${ended}`,
          passed: repeated.length === 0 && all.every((to) => times(to) === 1 || underWay.includes(to)) && ended === 0,
        },
        {
          done: 'asked for a code once it was back, and spent one',
          seen: `it came after ${(recovered / 1000).toFixed(2)} s; spending: ${spent.outcome}`,
          passed: recovered <= longestRecovery && spent.outcome === 'ok',
        },
      ]
    } finally {
      await server.end('SIGKILL')
      await sms.down()
      remove()
    }
  },
}

/** How often messages were handed out for delivery. */
const attempts = (folder: string) => Number(query(folder, 'select sum(attempts) from messages')[0])

/** To whom a message was being handed over. */
const sending = (folder: string) => query(folder, "select to_key from messages where state = 'sending'").map(String)

function query(folder: string, sql: string): unknown[] {
  const client = new Database(join(folder, 'acct.db'), { readonly: true })
  try {
    return client.prepare(sql).pluck().all()
  } finally {
    client.close()
  }
}
