import { afterEach, describe, expect, it, vi } from 'vitest'
import { recordingFetch } from '../../test/fetches.ts'
import { json, nobody, serve } from '../../test/server.ts'
import { nodeXhr } from '../../test/xhr.ts'
import { createClient as createCard } from '../generated/card/index.ts'
import { createClient } from '../generated/social/index.ts'

const ok = { code: '000000', msg: 'success', data: { avator: 'https://id.example.com/files/a-100.jpg' } }
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0x00, 0x0a, 0x0d])

afterEach(() => vi.unstubAllGlobals())

interface ReceivedFile {
  readonly name: string
  readonly type: string
  readonly bytes: readonly number[]
}

interface Received {
  readonly type: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly fields: readonly (readonly [name: string, value: string | ReceivedFile])[]
}

/** A server that says `ok`, and what it received: a form is read by the platform's own parser. */
async function receiving(headers: Record<string, string> = {}) {
  const received: Received[] = []
  const baseUrl = await serve(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const type = request.headers['content-type'] ?? ''
    const body = Buffer.concat(chunks)
    const form = type.startsWith('multipart/form-data')
      ? [...(await new Response(body, { headers: { 'content-type': type } }).formData())]
      : Object.entries<string>(JSON.parse(body.toString()))
    const fields = await Promise.all(
      form.map(async ([name, value]) => {
        if (!(value instanceof Blob)) return [name, value] as const
        return [
          name,
          { name: value.name, type: value.type, bytes: [...new Uint8Array(await value.arrayBuffer())] },
        ] as const
      }),
    )
    received.push({ type, headers: request.headers, fields })
    json(response, 200, ok, headers)
  })
  return { baseUrl, received }
}

describe('a file', () => {
  it.each<[string, Uint8Array | Blob, { name: string; type: string }]>([
    ['bytes', jpeg, { name: 'blob', type: 'application/octet-stream' }],
    [
      'a part of some bytes',
      new Uint8Array([9, ...jpeg, 9]).subarray(1, 7),
      { name: 'blob', type: 'application/octet-stream' },
    ],
    ['a Buffer', Buffer.from(jpeg), { name: 'blob', type: 'application/octet-stream' }],
    ['a Blob', new Blob([jpeg], { type: 'image/jpeg' }), { name: 'blob', type: 'image/jpeg' }],
  ])('goes as a form: %s', async (_, image, part) => {
    const { baseUrl, received } = await receiving()
    const answer = await createClient({ baseUrl, token: 'acct_s_x' }).updateAvatar({ image, token: 't' })
    expect(answer).toMatchObject({ outcome: 'ok', body: ok })
    const [{ type, headers, fields } = { type: '', headers: {}, fields: [] }] = received
    expect(type).toMatch(/^multipart\/form-data; boundary=/)
    expect(headers).toMatchObject({ accept: 'application/json', authorization: 'Bearer acct_s_x' })
    expect(fields).toEqual([
      ['image', { ...part, bytes: [...jpeg] }],
      ['token', 't'],
    ])
  })

  it.runIf(typeof File === 'function')('keeps the name that it has', async () => {
    const { baseUrl, received } = await receiving()
    await createClient({ baseUrl }).updateAvatar({ image: new File([jpeg], '头像.jpg', { type: 'image/jpeg' }) })
    expect(received[0]?.fields).toEqual([['image', { name: '头像.jpg', type: 'image/jpeg', bytes: [...jpeg] }]])
  })

  it('takes the other fields along as texts, and leaves out what is null', async () => {
    const { fetch, calls } = recordingFetch(200, '{"msg":"更新成功"}')
    await createCard({ baseUrl: '', fetch }).updateInfo({ avatar: jpeg, gender: false, nickname: null, signature: '' })
    const [{ init } = { init: { body: '' } }] = calls
    const form = init.body as FormData
    expect([...form.keys()]).toEqual(['avatar', 'gender', 'signature'])
    expect([form.get('gender'), form.get('signature')]).toEqual(['false', ''])
  })

  it('is not needed: then the request is JSON', async () => {
    const { fetch, calls } = recordingFetch(200, '{"msg":"更新成功"}')
    await createCard({ baseUrl: '', fetch }).updateInfo({ avatar: '/files/a.jpg', nickname: null })
    expect(calls[0]?.init).toMatchObject({
      body: '{"avatar":"/files/a.jpg","nickname":null}',
      headers: { 'content-type': 'application/json' },
    })
  })

  it('of React Native is handed to its form as it is, with a name in any case', async () => {
    const appended: unknown[] = []
    vi.stubGlobal(
      'FormData',
      class {
        append(...args: unknown[]) {
          appended.push(args)
        }
      },
    )
    const { fetch } = recordingFetch(200, JSON.stringify(ok))
    const social = createClient({ baseUrl: '', fetch })
    const picked = { uri: 'file:///a.jpg', name: 'a.jpg', type: 'image/jpeg', width: 100 }
    await social.updateAvatar({ image: picked })
    await social.updateAvatar({ image: { uri: 'file:///b' } })
    expect(appended).toEqual([
      ['image', picked],
      ['image', { uri: 'file:///b', name: 'file', type: 'application/octet-stream' }],
    ])
  })

  it.each<[string, unknown]>([
    ['a path', '/home/me/a.jpg'],
    ['a list of bytes', [255, 216]],
    ['a buffer without a view', jpeg.buffer],
    ['what only looks like a Blob', { size: 1, type: 'image/jpeg' }],
  ])('is not sent if it is none: %s', async (_, image) => {
    const { fetch, calls } = recordingFetch(200, JSON.stringify(ok))
    const answer = await createClient({ baseUrl: '', fetch }).updateAvatar({ image: image as Uint8Array })
    expect([answer.outcome, calls]).toEqual(['invalidRequest', []])
  })
})

describe('the progress of an upload', () => {
  const image = new Uint8Array(100_000)

  it('is told where the platform knows it, and the answer is the same', async () => {
    const { baseUrl, received } = await receiving({ 'x-answer': 'a: b' })
    const { XMLHttpRequest, exchanges } = nodeXhr()
    vi.stubGlobal('XMLHttpRequest', XMLHttpRequest)
    const told: [number, number][] = []
    const answer = await createClient({ baseUrl, token: 'acct_s_x' }).updateAvatar(
      { image },
      { onUploadProgress: (sent, total) => told.push([sent, total]) },
    )
    expect(answer).toMatchObject({ outcome: 'ok', status: 200, body: ok })
    expect(answer.headers?.get('X-Answer')).toBe('a: b')
    expect(received[0]?.headers).toMatchObject({ accept: 'application/json', authorization: 'Bearer acct_s_x' })
    expect(exchanges.map(({ withCredentials }) => withCredentials)).toEqual([true])
    const total = told[0]?.[1] ?? 0
    expect(total).toBeGreaterThan(image.length)
    expect(told).toEqual([
      [Math.ceil(total / 2), total],
      [total, total],
    ])
  })

  it.each([
    ['nobody asks', {}, {}],
    ['a fetch is given', { fetch: recordingFetch(200, JSON.stringify(ok)).fetch }, { onUploadProgress: () => {} }],
    ['no cookie may be sent', { credentials: 'omit' as const }, { onUploadProgress: () => {} }],
  ])('takes no other way where %s', async (_, client, call) => {
    const { baseUrl } = await receiving()
    const { XMLHttpRequest, exchanges } = nodeXhr()
    vi.stubGlobal('XMLHttpRequest', XMLHttpRequest)
    const answer = await createClient({ baseUrl, ...client }).updateAvatar({ image }, call)
    expect([answer.outcome, exchanges.length]).toEqual(['ok', 0])
  })

  it('is not told where the platform does not know it', async () => {
    const { baseUrl } = await receiving()
    const onUploadProgress = vi.fn()
    const answer = await createClient({ baseUrl }).updateAvatar({ image }, { onUploadProgress })
    expect(answer.outcome).toBe('ok')
    expect(onUploadProgress).not.toHaveBeenCalled()
  })

  it('ends with the connection', async () => {
    vi.stubGlobal('XMLHttpRequest', nodeXhr().XMLHttpRequest)
    const social = createClient({ baseUrl: await nobody() })
    const answer = await social.updateAvatar({ image }, { onUploadProgress: () => {} })
    expect(answer).toMatchObject({ outcome: 'networkError', cause: expect.any(TypeError) })
  })

  it('ends with the call', async () => {
    const { XMLHttpRequest, exchanges } = nodeXhr()
    vi.stubGlobal('XMLHttpRequest', XMLHttpRequest)
    const controller = new AbortController()
    const baseUrl = await serve(() => controller.abort())
    const social = createClient({ baseUrl })
    const answer = await social.updateAvatar({ image }, { onUploadProgress: () => {}, signal: controller.signal })
    expect(answer.outcome).toBe('aborted')
    expect(exchanges.map(({ aborted }) => aborted)).toEqual([true])
  })
})
