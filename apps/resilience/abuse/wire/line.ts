import { connect as connectSocket, type Socket } from 'node:net'
import { type Answer, readAnswer } from './answer.ts'

/** Why there is no answer: the connection ended first, or nothing came in time. */
export class Silence extends Error {
  override readonly name = 'Silence'
}

/** One place of a client at a server: a connection that is kept, and opened again when the server closed it. */
export interface Line {
  /**
   * Sends the bytes of one request as they are and reads its answer. Throws `Silence` if there is none, and `NoAnswer` for
   * what is none.
   */
  readonly ask: (bytes: Buffer, options?: { bodyless?: boolean }) => Promise<Answer>
  readonly close: () => void
}

/** How long an answer is waited for, in milliseconds: long enough to tell a hang from a busy machine. */
const patience = 30_000

/** A line to a server of this machine; `localAddress` is the source that it sees. */
export function openLine(url: string, localAddress?: string): Line {
  const { hostname: host, port } = new URL(url)
  let socket: Socket | undefined
  const open = () => {
    if (socket === undefined || socket.destroyed || !socket.writable || socket.readableEnded) {
      socket?.destroy()
      socket = connectSocket({ host, port: Number(port), noDelay: true, ...(localAddress && { localAddress }) })
      socket.on('error', () => {})
    }
    return socket
  }
  return {
    ask: async (bytes, { bodyless = false } = {}) => {
      const asked = open()
      const answer = await exchange(asked, bytes, bodyless)
      if (answer.headers.get('connection')?.[0]?.toLowerCase() === 'close') asked.destroy()
      return answer
    },
    close: () => socket?.destroy(),
  }
}

function exchange(socket: Socket, bytes: Buffer, bodyless: boolean): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let heard: Buffer = Buffer.alloc(0)
    const settle = () => {
      clearTimeout(timer)
      socket.off('data', hear).off('close', over).off('end', over)
    }
    const fail = (error: Error) => {
      settle()
      socket.destroy()
      reject(error)
    }
    const hear = (chunk: Buffer) => {
      heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk])
      try {
        const read = readAnswer(heard, bodyless)
        if (read === undefined) return
        if (heard.length > read.length) return fail(new Silence('more came than the answer'))
        settle()
        resolve(read.answer)
      } catch (error) {
        fail(error as Error)
      }
    }
    const over = () => fail(new Silence(`the connection ended after ${heard.length} bytes of an answer`))
    const timer = setTimeout(() => fail(new Silence(`no answer within ${patience} ms`)), patience)
    socket.on('data', hear).on('close', over).on('end', over)
    socket.write(bytes)
  })
}
