import { once } from 'node:events'
import { connect } from 'node:net'
import type { Core } from '@acct/core'
import { card, route, variant } from '@acct/schema'
import { type Static, Type } from '@sinclair/typebox'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bind } from '../src/bind.ts'
import { acceptBodies } from '../src/http/body.ts'
import { acceptCookies, sessionCookieFor } from '../src/http/cookie.ts'
import { answerError } from '../src/http/errors.ts'
import { acceptMultipart } from '../src/http/multipart.ts'
import { decorateRequests, recognise } from '../src/http/recognise.ts'
import { serveVariant } from '../src/http/variant.ts'

// How requests with files are read, on routes made up for it: what arrives is what the route answers.

const mebibyte = 1024 * 1024
const answers = Type.Object({ arrived: Type.String({ description: 'What arrived.' }) }, { additionalProperties: false })
const bytes = Type.Uint8Array()

const upload = route({
  method: 'POST',
  path: '/upload',
  summary: 'Say what arrived',
  caller: 'anyone',
  body: Type.Object({
    image: Type.Optional(bytes),
    avatar: Type.Optional(Type.Union([Type.String(), bytes])),
    note: Type.Optional(Type.String()),
  }),
  outcomes: { ok: { status: 200, body: answers, description: 'This.' } },
})

const fail = route({
  method: 'POST',
  path: '/fail',
  summary: 'Fail',
  caller: 'anyone',
  body: Type.Object({}),
  outcomes: {
    ok: { status: 200, body: Type.Object({ msg: Type.Literal('fine') }), description: 'Never.' },
    failed: { status: 200, body: Type.Object({ msg: Type.Literal('failed') }), description: 'Always.' },
  },
  protocol: { internalError: 'failed' },
})

const failLate = route({ ...fail, path: '/fail-late', summary: 'Fail when the answer is being sent' })

const uploads = variant({ ...card, name: 'uploads', routes: { upload, fail, failLate } })

let app: FastifyInstance
let url: string
/** What the operation waits for before it answers. */
let permission: Promise<void>
/** The last file that arrived. */
let arrived: Uint8Array
/** Told each time that an upload is in the operation's hands, and each time that one failed. */
let onArrival: () => void
let onFailure: () => void

type Fields = Static<typeof upload.body>

const shown = (value: unknown) => (value instanceof Uint8Array ? `${value.length} bytes` : String(value))

const handlers = {
  upload: bind(
    upload,
    async (_core: Core, fields: Fields) => {
      if (fields.image) arrived = fields.image
      onArrival()
      await permission
      const texts = Object.entries(fields).map(([name, value]) => `${name}: ${shown(value)}`)
      return { kind: 'arrived' as const, arrived: texts.sort().join(', ') }
    },
    ({ body }) => body,
    { arrived: ({ arrived }, say) => say.ok({ arrived }) },
  ),
  fail: bind(
    fail,
    async (): Promise<{ kind: 'done' }> => {
      throw new Error('broken machinery')
    },
    () => ({}),
    { done: (_, say) => say.ok() },
  ),
  failLate: bind(
    failLate,
    async () => ({ kind: 'done' as const }),
    () => ({}),
    {
      done: (_, say) =>
        say.ok({}, () => {
          throw new Error('broken machinery')
        }),
    },
  ),
}

beforeEach(async () => {
  permission = Promise.resolve()
  onArrival = onFailure = () => {}
  app = Fastify({ bodyLimit: 64 * 1024, return503OnClosing: false, forceCloseConnections: true })
  app.decorate('publicUrl', () => url)
  app.decorate('sessionCookie', sessionCookieFor(false))
  app.decorate('isDraining', () => false)
  app.decorateReply('outcome', null)
  decorateRequests(app)
  app.addHook('onRequest', async (request) => recognise(request))
  app.setErrorHandler(answerError)
  app.addHook('onError', async () => onFailure())
  await acceptCookies(app)
  acceptBodies(app)
  await acceptMultipart(app)
  serveVariant(app, { stores: {} } as Core, uploads, handlers, new Set())
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => app.close())

type Parts = Record<string, string | Blob>

async function post(body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/uploads/upload`, { method: 'POST', body, headers })
  const answer = (await response.json()) as { arrived?: string; msg?: string }
  return [response.status, answer.arrived ?? answer.msg]
}

const json = (fields: object) => post(JSON.stringify(fields), { 'content-type': 'application/json' })

function form(fields: Parts | readonly (readonly [string, string | Blob])[]): FormData {
  const form = new FormData()
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) form.append(name, value)
  return form
}

const file = (size: number) => new Blob([new Uint8Array(size)])
const badRequest = [400, '请求格式不正确']
const tooLarge = [413, '请求内容过大']

describe('a file', () => {
  it('arrives as its bytes, before or after other fields', async () => {
    expect(await post(form({ image: file(70_000), note: 'hello' }))).toEqual([200, 'image: 70000 bytes, note: hello'])
    expect(await post(form({ note: 'hello', image: file(0) }))).toEqual([200, 'image: 0 bytes, note: hello'])
  })

  it.each([
    [5 * mebibyte, 5 * mebibyte],
    [5 * mebibyte + 1, 5 * mebibyte + 1],
    [20 * mebibyte, 5 * mebibyte + 1],
  ])('of %i bytes arrives with %i, and what comes after it is read', async (size, arriving) => {
    expect(await post(form({ image: file(size), note: 'after' }))).toEqual([
      200,
      `image: ${arriving} bytes, note: after`,
    ])
  })

  it('arrives as it was, also where nobody says its size', async () => {
    const image = new Uint8Array(6 * mebibyte).map((_, index) => (index * 31) >> 3)
    const encoded = new Response(form({ image: new Blob([image]) }))
    const headers = { 'content-type': String(encoded.headers.get('content-type')) }
    const init = { method: 'POST', headers, body: encoded.body, duplex: 'half' as const }
    expect((await fetch(`${url}/uploads/upload`, init)).status).toBe(200)
    expect(Buffer.compare(arrived, image.subarray(0, 5 * mebibyte + 1))).toBe(0)
  })

  it('of more than 64 MiB is payloadTooLarge before it is sent, where its size is told', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const head = ['POST /uploads/upload HTTP/1.1', 'Host: x', 'Content-Type: multipart/form-data; boundary=b']
    socket.write(`${[...head, `Content-Length: ${65 * mebibyte}`].join('\r\n')}\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    socket.destroy()
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /)
  })

  it('may be a text where the route takes either', async () => {
    expect(await json({ avatar: '/files/a.png' })).toEqual([200, 'avatar: /files/a.png'])
    expect(await post(form({ avatar: '/files/a.png' }))).toEqual([200, 'avatar: /files/a.png'])
    expect(await post(form({ avatar: file(3) }))).toEqual([200, 'avatar: 3 bytes'])
  })

  it('that is a text where only a file belongs is the bytes of that text', async () => {
    expect(await json({ image: '图片' })).toEqual([200, 'image: 6 bytes'])
    expect(await post(new URLSearchParams({ image: 'abc' }))).toEqual([200, 'image: 3 bytes'])
    expect(await post(form({ image: 'abc' }))).toEqual([200, 'image: 3 bytes'])
  })

  it.each([1, true, ['a'], { file: true }])('that is %j in JSON is badRequest', async (image) => {
    expect(await json({ image })).toEqual(badRequest)
  })

  it('that is null, left out, or not chosen in a browser’s form is absent', async () => {
    expect(await json({ image: null, note: 'a' })).toEqual([200, 'note: a'])
    const part = (disposition: string, text: string) =>
      `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`
    const body = `${part('name="image"; filename=""', '')}${part('name="note"', 'a')}--b--\r\n`
    expect(await post(body, { 'content-type': 'multipart/form-data; boundary=b' })).toEqual([200, 'note: a'])
  })

  it('where a text belongs, or given twice, is badRequest', async () => {
    expect(await post(form({ note: file(3) }))).toEqual(badRequest)
    expect(
      await post(
        form([
          ['image', file(3)],
          ['image', file(3)],
        ]),
      ),
    ).toEqual(badRequest)
    expect(
      await post(
        form([
          ['avatar', 'a'],
          ['avatar', file(3)],
        ]),
      ),
    ).toEqual(badRequest)
  })

  it('makes no room for anything else', async () => {
    const long = 'x'.repeat(65 * 1024)
    expect(await json({ image: long })).toEqual(tooLarge)
    expect(await post(form({ image: file(3), note: long }))).toEqual(tooLarge)
    expect(await post(form({ image: file(3), other: file(65 * 1024) }))).toEqual(tooLarge)
  })
})

describe('files in memory', () => {
  /** A promise for the moment at which `tell` was called so many times. */
  function times(count: number) {
    let left = count
    let resolve = () => {}
    const done = new Promise<void>((settle) => {
      resolve = settle
    })
    return { done, tell: () => --left === 0 && resolve() }
  }

  it('are those of 24 requests at most; whoever comes then may come again', async () => {
    let permit = () => {}
    permission = new Promise((resolve) => {
      permit = resolve
    })
    const full = times(24)
    onArrival = full.tell
    const waiting = Array.from({ length: 24 }, () => post(form({ image: file(10) })))
    await full.done
    const refused = await fetch(`${url}/uploads/upload`, { method: 'POST', body: form({ image: file(10) }) })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    permit()
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 24 }, () => [200, 'image: 10 bytes']))
    expect(await post(form({ image: file(10) }))).toEqual([200, 'image: 10 bytes'])
  })

  it('are gone when their callers are', async () => {
    for (let round = 0; round < 4; round++) {
      const gone = times(20)
      onFailure = gone.tell
      for (let count = 0; count < 20; count++) {
        const socket = connect(Number(new URL(url).port), '127.0.0.1')
        const head = ['POST /uploads/upload HTTP/1.1', 'Host: x', 'Content-Type: multipart/form-data; boundary=b']
        const part = '--b\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\n\r\nhalf'
        socket.write(`${[...head, 'Content-Length: 100000'].join('\r\n')}\r\n\r\n${part}`, () => socket.destroy())
      }
      await gone.done
    }
    const places = Array.from({ length: 24 }, () => app.uploadRoom.enter())
    expect(() => app.uploadRoom.enter()).toThrow('too many files are in memory')
    for (const leave of places) leave()
  })
})

it.each(['fail', 'fail-late'])(
  'a document’s own answer to a failure of the server stands in for internalError: %s',
  async (path) => {
    const response = await fetch(`${url}/uploads/${path}`, { method: 'POST' })
    expect([response.status, await response.json()]).toEqual([200, { msg: 'failed' }])
  },
)
