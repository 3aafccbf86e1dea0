import { setTimeout } from 'node:timers/promises'
import { startFakeTwilio } from '@acct/delivery/testing'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { engines } from '../support/engines.ts'
import type { ServingProcess } from '../support/process.ts'
import { clientsOf, inLanes, isSignedIn, logIn, type Pair, register, startPair } from './pair.ts'
import { racers, races } from './races.ts'

// Two servers that were started by themselves share one database: what one of them answered, the other knows.

/** Twice, so that every change is tried; with `ACCT_TEST_LONG=1` as often as it takes to trust it. */
const rounds = process.env.ACCT_TEST_LONG === '1' ? 20 : 2

describe.each(engines())('two processes on $name', (engine) => {
  let pair: Pair
  beforeAll(async () => {
    await engine.start()
    pair = await startPair(engine)
  })
  afterAll(async () => {
    await pair.end()
    await engine.stop()
  })

  describe(`of ${racers} at once, ${rounds} rounds:`, () => {
    it.each(Object.entries(races))('%s', { timeout: 60_000 + 10_000 * rounds }, async (_, race) => {
      for (let round = 0; round < rounds; round += 1) await race(pair, round)
    })
  })

  it('what ended in one has ended in the other with the answer, 100 times', async () => {
    let current = 'right_1'
    await register(pair.one, 'li_lei')
    for (let time = 0; time < 100; time += 1) {
      const [here, there] = [pair.at(time), pair.at(time + 1)]
      const [ending, other] = [await logIn(here, 'li_lei', current), await logIn(there, 'li_lei', current)]
      for (const token of [ending, other]) {
        // So that each of them has it at hand.
        for (const server of [here, there]) expect(await isSignedIn(server, token)).toBe(true)
      }
      const { card } = clientsOf(here, ending)
      if (time % 4 < 2) {
        expect((await card.logout()).outcome).toBe('ok')
        expect(await isSignedIn(there, ending)).toBe(false)
        expect(await isSignedIn(there, other)).toBe(true)
      } else {
        const next = `right_${time}`
        expect((await card.modifyPassword({ old_pwd: current, new_pwd: next, confirm_pwd: next })).outcome).toBe('ok')
        expect(await isSignedIn(there, other)).toBe(false)
        expect(await isSignedIn(there, ending)).toBe(false)
        // A few times only: it counts as a wrong password.
        if (time % 20 === 2) expect(await logIn(there, 'li_lei', current)).toBe('')
        current = next
      }
    }
  }, 120_000)

  it('each message is sent once, whoever queued it', async () => {
    const [sid, token] = ['AC0123456789abcdef0123456789abcdef', 'twilio-auth-token']
    const twilio = await startFakeTwilio(sid, token)
    onTestFinished(() => twilio.close())
    const own = await startPair(engine, {
      ACCT_SMS: 'twilio',
      ACCT_TWILIO_ACCOUNT_SID: sid,
      ACCT_TWILIO_AUTH_TOKEN: token,
      ACCT_TWILIO_FROM: '+15005550006',
      ACCT_TWILIO_ENDPOINT: twilio.url,
    })
    onTestFinished(own.end)
    const numbers = Array.from({ length: racers }, (_, index) => `138${String(index).padStart(8, '0')}`)
    const answers = await Promise.all(
      numbers.map((phone_number, index) => clientsOf(own.at(index)).phone.sendRegisterCode({ phone_number })),
    )
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['ok']))
    await twilio.reached(numbers.length)
    // Whoever is told to stop settles what it has begun.
    await own.end()
    expect(twilio.received.map(({ to }) => to).toSorted()).toEqual(numbers.map((number) => `+86${number}`))
  })

  it('a source that asks at both is told by both that it has asked enough', async () => {
    const limit = 100
    const own = await startPair(engine, { ACCT_LIMIT_REQUESTS_PER_MINUTE: String(limit) })
    onTestFinished(own.end)
    const ask = async (server: ServingProcess) => (await clientsOf(server).card.getInfo()).outcome
    const minute = () => Math.floor(Date.now() / 60_000)
    /** Waits until the processes have told each other of so many in this minute. */
    const told = async (requests: number) => {
      const began = minute()
      while (minute() === began && (await own.number('max(requests) from request_counts')) < requests)
        await setTimeout(20)
    }
    const untilRefused = async (server: ServingProcess) => {
      for (let through = 0; ; through += 1) if ((await ask(server)) === 'tooManyRequests') return through
    }
    // The counts are those of a minute: where one has ended meanwhile, it has to be done again.
    const inOneMinute = async () => {
      const began = minute()
      for (let times = 0; times < 60; times += 1) await ask(own.one)
      await told(60)
      for (let times = 0; times < 10; times += 1) await ask(own.other)
      await told(70)
      const through = 70 + (await untilRefused(own.other))
      return minute() === began ? through : undefined
    }
    const through = (await inOneMinute()) ?? (await inOneMinute())
    expect(through).toBeGreaterThanOrEqual(limit)
    // The other one by itself would let 160 through. It may ask a little while it is being told.
    expect(through).toBeLessThan(1.2 * limit)
  })

  // The last one: there is no pair any more.
  it('one that is killed leaves the other at work, and nothing that was answered is lost', async () => {
    const acknowledged: string[] = []
    let refused = 0
    const live = async (client: number) => {
      for (let nth = 0; nth < 15; nth += 1) {
        const name = `survivor_${client}_${nth}`
        const first = await register(pair.at(client + nth), name)
        // Who was cut off asks the other one, as a proxy would.
        const { outcome } = first.outcome === 'networkError' ? await register(pair.one, `${name}_again`) : first
        if (first.outcome === 'networkError') refused += 1
        expect(outcome).toBe('ok')
        acknowledged.push(first.outcome === 'ok' ? name : `${name}_again`)
        if (acknowledged.length === 40) pair.other.child.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, client) => live(client)))
    expect(await pair.other.ended).toBe('SIGKILL')
    expect(refused).toBeGreaterThan(0)
    expect(acknowledged).toHaveLength(120)
    const sessions = await inLanes(acknowledged, (name) => logIn(pair.one, name))
    expect(sessions.filter((session) => session === '')).toEqual([])
  })
})
