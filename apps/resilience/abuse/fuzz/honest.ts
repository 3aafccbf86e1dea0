import { type Answer, header, jsonOf } from '../wire/answer.ts'
import { type Line, openLine } from '../wire/line.ts'
import { bytesOf } from '../wire/request.ts'

export interface Said {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** The session that the answer opened, if any. */
  readonly session: string | undefined
}

/** A caller that means well: what the suite itself needs of the server, which is not judged. */
export interface Honest {
  readonly get: (path: string, session?: string) => Promise<Said>
  readonly post: (path: string, fields: object, session?: string) => Promise<Said>
  /** The newest code that was sent to an address (E.164 or e-mail), undefined without one. */
  readonly codeSentTo: (to: string) => Promise<string | undefined>
  /** The newest ticket that was sent there. */
  readonly ticketSentTo: (to: string) => Promise<string | undefined>
  readonly close: () => void
}

/** The session in a `Set-Cookie`, undefined without one; empty where it is taken away. */
export const sessionIn = (answer: Answer): string | undefined =>
  /^acct_session=([^;]*)/.exec(header(answer, 'set-cookie') ?? '')?.[1]

/** Lines that are used in turn, so many at a time as there is something to ask; `open` makes further ones. */
function switchboard(open: (index: number) => Line) {
  const all: Line[] = []
  const idle: Line[] = []
  const another = () => {
    const line = open(all.length)
    all.push(line)
    return line
  }
  return {
    ask: async (bytes: Buffer): Promise<Answer> => {
      const line = idle.shift() ?? another()
      try {
        return await line.ask(bytes)
      } finally {
        idle.push(line)
      }
    },
    /** Has so many lines from the start. */
    openMany: (many: number) => {
      for (let line = 0; line < many; line++) idle.push(another())
    },
    close: () => {
      for (const line of all) line.close()
    },
  }
}

/**
 * Opens one, for any number of calls at a time. `source` gives the address that the next call seems to come from. The inbox
 * is shown to this machine only, so for it there are lines from many of its own addresses, `127.<block>.…`.
 */
export function honestCaller(url: string, block: number, source: () => string): Honest {
  const lines = switchboard(() => openLine(url))
  const inbox = switchboard((index) => openLine(url, `127.${block}.0.${index + 1}`))
  inbox.openMany(60)
  const ask = async (method: string, target: string, fields: object | undefined, session = '') => {
    const isInbox = target.startsWith('/dev/')
    const answer = await (isInbox ? inbox : lines).ask(
      bytesOf(
        {
          method,
          target,
          headers: [
            ...(isInbox ? [] : [['X-Forwarded-For', source()] as const]),
            ...(session === '' ? [] : [['Authorization', `Bearer ${session}`] as const]),
            ...(fields === undefined ? [] : [['Content-Type', 'application/json'] as const]),
          ],
          body: fields && Buffer.from(JSON.stringify(fields)),
        },
        'localhost',
      ),
    )
    return { status: answer.status, body: (jsonOf(answer) ?? {}) as Said['body'], session: sessionIn(answer) }
  }
  const messagesTo = async (to: string) => {
    const { status, body } = await ask('GET', `/dev/inbox.json?to=${encodeURIComponent(to)}`, undefined)
    if (status !== 200) throw new Error(`the inbox answered ${status}`)
    return (body.messages ?? []) as readonly { code: string | null; text: string }[]
  }
  return {
    get: (path, session) => ask('GET', path, undefined, session),
    post: (path, fields, session) => ask('POST', path, fields, session),
    codeSentTo: async (to) => (await messagesTo(to)).find(({ code }) => code !== null)?.code ?? undefined,
    ticketSentTo: async (to) => /acct_t_[\w-]{43}/.exec((await messagesTo(to)).map(({ text }) => text).join('\n'))?.[0],
    close: () => {
      lines.close()
      inbox.close()
    },
  }
}
