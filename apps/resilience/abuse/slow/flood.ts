import type { Seeded } from '../../src/seeded.ts'
import { openLine } from '../wire/line.ts'
import { bytesOf, type WireRequest } from '../wire/request.ts'

const json: readonly (readonly [string, string])[] = [['Content-Type', 'application/json']]

/** Junk that costs its sender nothing: no path, no password, no token, no JSON. */
export function junk({ below, one }: Seeded): WireRequest {
  const word = below(2 ** 30).toString(36)
  const body = (fields: object) => Buffer.from(JSON.stringify(fields))
  return one<() => WireRequest>([
    () => ({ method: 'GET', target: `/${word}/${word}`, headers: [], body: undefined }),
    () => ({ method: 'GET', target: `/card/${word}`, headers: [], body: undefined }),
    () => ({
      method: 'POST',
      target: '/card/user/getInfo',
      headers: [...json, ['Cookie', `acct_session=acct_s_${word.padEnd(43, 'x')}`]],
      body: body({}),
    }),
    () => ({ method: 'GET', target: `/token/api/user/info/self?token=${word}`, headers: [], body: undefined }),
    () => ({ method: 'POST', target: '/phone/user/login', headers: json, body: Buffer.from(`{"account":"${word}`) }),
    () => ({
      method: 'POST',
      target: '/community/api/user/reset-passwd',
      headers: json,
      body: body({ ticket: word, passwd: word }),
    }),
    () => ({ method: 'POST', target: '/token/api/user/login', headers: json, body: body({ loginName: word }) }),
    () => ({
      method: 'POST',
      target: '/card/user/register',
      headers: json,
      body: body({ username: 'x'.repeat(30_000) }),
    }),
  ])()
}

export interface Flooded {
  readonly sent: number
  readonly byStatus: ReadonlyMap<number, number>
  /** Requests that were not answered at all. */
  readonly unanswered: number
  /** Answers a second, until the last one came. */
  readonly pace: number
}

export interface Flood {
  /** No faster than that, from all connections together. */
  readonly perSecond: number
  readonly seconds: number
  /** Where the 200 connections come from. */
  readonly addresses: readonly string[]
  readonly request: () => WireRequest
}

/**
 * Sends requests at a pace, over 200 connections that are open before (Node takes one new connection in a turn of its event
 * loop, which would be what is measured). Where all of them wait for answers at once, less is sent.
 */
export async function flood(url: string, { perSecond, seconds, addresses, request }: Flood): Promise<Flooded> {
  const lines = Array.from({ length: 200 }, (_, index) => openLine(url, addresses[index % addresses.length]))
  const first = bytesOf({ method: 'GET', target: '/healthz', headers: [], body: undefined }, 'localhost')
  await Promise.all(lines.map((line) => line.ask(first)))
  const idle = [...lines]
  const byStatus = new Map<number, number>()
  const open: Promise<void>[] = []
  let sent = 0
  let unanswered = 0
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (elapsed() >= seconds) {
        clearInterval(timer)
        return resolve()
      }
      while (sent < elapsed() * perSecond) {
        const line = idle.shift()
        if (line === undefined) return
        sent += 1
        const answered = line.ask(bytesOf(request(), 'localhost')).then(
          ({ status }) => void byStatus.set(status, (byStatus.get(status) ?? 0) + 1),
          () => {
            unanswered += 1
          },
        )
        open.push(answered.finally(() => idle.push(line)))
      }
    }, 5)
  })
  await Promise.all(open)
  const pace = (sent - unanswered) / elapsed()
  for (const line of lines) line.close()
  return { sent, byStatus, unanswered, pace }
}
