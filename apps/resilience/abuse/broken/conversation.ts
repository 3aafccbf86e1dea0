import { connect } from 'node:net'
import { type Answer, NoAnswer, readAnswer } from '../wire/answer.ts'
import type { Case } from './cases.ts'

/** What came of a case. */
export interface Outcome {
  readonly answers: readonly Answer[]
  /** Whether an honest request on the same connection was answered afterwards; undefined: the server had closed it. */
  readonly worksOn: boolean | undefined
  /** What came and was no answer. */
  readonly rubbish: string | undefined
}

/** How long anything is waited for, in milliseconds. */
const patience = 20_000
const sentinel = 'GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n'

/** Sends a case over a connection of its own, then an honest request over the same, and gathers all that comes. */
export function converse(url: string, { sent, requests = 1, halfClosed }: Case): Promise<Outcome> {
  const { hostname: host, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), noDelay: true, allowHalfOpen: true })
    const answers: Answer[] = []
    let heard = Buffer.alloc(0)
    let rubbish: string | undefined
    let asked = false
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`neither answered nor closed within ${patience} ms`))
    }, patience)
    const finish = () => {
      clearTimeout(timer)
      socket.destroy()
      if (heard.length > 0) rubbish ??= heard.toString('latin1').slice(0, 100)
      const last = asked && answers.length > requests ? answers.at(-1) : undefined
      const worksOn = last && last.status === 200 && last.body.toString() === '{"status":"ok"}'
      resolve({ answers: last ? answers.slice(0, -1) : answers, worksOn, rubbish })
    }
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk])
      try {
        for (let read = readAnswer(heard); read !== undefined; read = readAnswer(heard)) {
          answers.push(read.answer)
          heard = heard.subarray(read.length)
        }
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        rubbish = error.message
        return finish()
      }
      const closes = answers.at(-1)?.headers.get('connection')?.[0] === 'close'
      if (answers.length < requests || closes || halfClosed) return
      if (!asked) {
        asked = true
        socket.write(sentinel)
      } else if (answers.length > requests) {
        // Whatever would still come after the last answer comes before the end.
        socket.end()
      }
    })
    socket.on('end', finish)
    socket.on('close', finish)
    socket.on('error', () => {})
    socket.on('connect', () => {
      for (const piece of sent) socket.write(Buffer.from(piece, 'latin1'))
      if (halfClosed) socket.end()
    })
  })
}
