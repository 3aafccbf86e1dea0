import { connect } from 'node:net'
import { outsiders } from './household/observe.ts'

/** What a crowd has seen on its sockets, byte by byte. */
export interface RawCrowd {
  /** Usernames whose registration was acknowledged. */
  readonly registered: readonly string[]
  /** Answers that broke off, or were no answers. */
  readonly broken: readonly string[]
  /** Status codes, by how often they came. */
  readonly statuses: ReadonlyMap<number, number>
  /** Resolves when the server has let go of every socket. */
  readonly gone: Promise<unknown>
}

/**
 * Opens sockets to a server and registers people over each, one after another, until the server closes them. It reads bytes,
 * so that it can tell no answer from half of one.
 */
export function rawCrowd(url: string, { sockets, nth: crowd }: { sockets: number; nth: number }): RawCrowd {
  const [registered, broken, statuses]: [string[], string[], Map<number, number>] = [[], [], new Map()]
  const nameOf = (nth: number, asked: number) => `${outsiders}${crowd}_${nth}_${asked}`
  const person = (nth: number) =>
    new Promise<void>((resolve) => {
      const { hostname, port } = new URL(url)
      const socket = connect(Number(port), hostname)
      let asked = 0
      let received = Buffer.alloc(0)
      const ask = () => {
        asked += 1
        const body = JSON.stringify({
          username: nameOf(nth, asked),
          password: 'p',
          nickname: 'n',
          telephone: '13812345678',
        })
        socket.write(
          `POST /card/user/register HTTP/1.1\r\nhost: raw\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        )
      }
      socket.on('connect', ask)
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk])
        const answer = completeAnswer(received)
        if (answer === undefined) return
        received = received.subarray(answer.length)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        if (answer.body === undefined) broken.push('an answer without JSON')
        else if (answer.status === 200 && answer.body.includes('注册成功')) registered.push(nameOf(nth, asked))
        ask()
      })
      // A connection may be reset; what had come of an answer by then counts all the same.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        if (received.length > 0) broken.push(`half an answer: ${received.toString('utf8', 0, 80)}`)
        resolve()
      })
    })
  const gone = Promise.all(Array.from({ length: sockets }, (_, nth) => person(nth)))
  return { registered, broken, statuses, gone }
}

/** The first answer in these bytes, once it is complete: `body` is its text if that is JSON. */
function completeAnswer(bytes: Buffer): { status: number; length: number; body: string | undefined } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
  const contentLength = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
  const length = end + 4 + contentLength
  if (bytes.length < length) return undefined
  const text = bytes.toString('utf8', end + 4, length)
  return { status, length, body: isJson(text) ? text : undefined }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
