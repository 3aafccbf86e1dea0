import { jsonOf } from '../wire/answer.ts'
import { type Line, openLine } from '../wire/line.ts'
import type { MachineWatch } from '../wire/machine.ts'
import { bytesOf } from '../wire/request.ts'

/** What honest people met while something else went on. */
export interface Met {
  /** Who-am-I requests: milliseconds each, less what the machine took; a failed one is endless. */
  readonly whoAmI: number[]
  logins: number
  failedLogins: number
  /** The first thing that failed. */
  firstFailure: string | undefined
}

export interface Crowd {
  /** Sends honest requests at a steady pace until the promise settles, and 2 seconds at least. */
  readonly during: (attack: Promise<unknown>) => Promise<Met>
  readonly close: () => void
}

const size = 24
const pace = { whoAmI: 20, login: 250 }
const password = 'Passw0rd1'

const ask = (line: Line, method: string, target: string, session: string, fields?: object) =>
  line.ask(
    bytesOf(
      {
        method,
        target,
        headers: [
          ...(session === '' ? [] : [['Authorization', `Bearer ${session}`] as const]),
          ...(fields === undefined ? [] : [['Content-Type', 'application/json'] as const]),
        ],
        body: fields && Buffer.from(JSON.stringify(fields)),
      },
      'localhost',
    ),
  )

/** Registers some people, each at an address of their own, and signs them in. */
export async function gather(url: string, watch: MachineWatch): Promise<Crowd> {
  const lines = Array.from({ length: 4 * size }, (_, index) => openLine(url, `127.50.0.${1 + (index % size)}`))
  const sessions: string[] = []
  for (let person = 0; person < size; person++) {
    const line = lines[person] as Line
    const account = `honest_${person}`
    await ask(line, 'POST', '/phone/user/register', '', { account, password })
    const answer = await ask(line, 'POST', '/phone/user/login', '', { account, password })
    const session = /acct_session=([^;]+)/.exec(answer.headers.get('set-cookie')?.[0] ?? '')?.[1]
    if (session === undefined) throw new Error(`an honest person could not sign in: ${answer.body}`)
    sessions.push(session)
  }
  return {
    during: async (attack) => {
      const met: Met = { whoAmI: [], logins: 0, failedLogins: 0, firstFailure: undefined }
      const idle = lines.map((line, index) => ({ line, person: index % size }))
      const open: Promise<void>[] = []
      const send = (work: (place: { line: Line; person: number }) => Promise<void>) => {
        const place = idle.shift()
        // Nobody is free: everybody waits for an answer. What waits is measured already.
        if (place === undefined) return
        open.push(work(place).finally(() => idle.push(place)))
      }
      const lookAtOneself = () =>
        send(async ({ line, person }) => {
          const began = performance.now()
          const answer = await ask(line, 'GET', '/community/api/user/get-own-info', sessions[person] ?? '').catch(
            String,
          )
          const took = performance.now() - began
          const right = typeof answer !== 'string' && (jsonOf(answer) as { error?: number }).error === 0
          if (!right) met.firstFailure ??= typeof answer === 'string' ? answer : `${answer.status} ${answer.body}`
          const ours = Math.max(0, took - (took > 100 ? watch.stolenSince(began) : 0))
          met.whoAmI.push(right ? ours : Number.POSITIVE_INFINITY)
        })
      const logIn = () =>
        send(async ({ person }) => {
          const fields = { account: `honest_${person}`, password }
          // Whoever signs in has only just come.
          const line = openLine(url, `127.51.0.${1 + person}`)
          const answer = await ask(line, 'POST', '/phone/user/login', '', fields).catch(String)
          line.close()
          met.logins += 1
          if (typeof answer !== 'string' && answer.status === 200) return
          met.failedLogins += 1
          met.firstFailure ??= typeof answer === 'string' ? answer : `${answer.status} ${answer.body}`
        })
      const timers = [setInterval(lookAtOneself, pace.whoAmI), setInterval(logIn, pace.login)]
      const longEnough = new Promise((resolve) => setTimeout(resolve, 2000))
      await Promise.all([attack, longEnough]).finally(() => timers.forEach(clearInterval))
      await Promise.all(open)
      return met
    },
    close: () => {
      for (const line of lines) line.close()
    },
  }
}
