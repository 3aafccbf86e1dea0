import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** Who may use it. */
const keyId = 'AKIDEXAMPLE'
const secret = 'wJalrXUtnFEMI'

/** A server that speaks as much of S3 as keeping files takes, and refuses what is not signed right (Signature Version 4). */
export interface FakeS3 {
  readonly endpoint: string
  /** What the environment tells the client. */
  readonly environment: Record<string, string>
  /** Every key of every bucket, as `bucket/key`, with its bytes. */
  readonly objects: Map<string, { readonly bytes: Buffer; readonly at: Date }>
  /** Dates what is put there. */
  clock: { now(): number }
  /** Answers everything with this status instead, until it is undefined again. */
  broken: number | undefined
  readonly stop: () => Promise<void>
}

/** Starts one; its listings have pages of this length. */
export async function fakeS3({ page = 100 }: { page?: number } = {}): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map()
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const url = new URL(request.url ?? '', 'http://localhost')
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
    if (fake.broken !== undefined) return void refuse(fake.broken, 'InternalError')
    if (!isSigned(request, url, body)) return void refuse(403, 'SignatureDoesNotMatch')
    const [, bucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(url.pathname)) ?? []
    const name = `${bucket}/${key}`
    const found = objects.get(name)
    if (request.method === 'PUT') {
      objects.set(name, { bytes: body, at: new Date(fake.clock.now()) })
      return void response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(name)
      return void response.writeHead(204).end()
    }
    if (key === '') return void response.writeHead(200, { 'content-type': 'application/xml' }).end(list(bucket, url))
    if (found === undefined) return void refuse(404, 'NoSuchKey')
    response.writeHead(200, { 'content-length': found.bytes.length }).end(found.bytes)
  }

  function list(bucket: string, { searchParams }: URL): string {
    const prefix = `${bucket}/${searchParams.get('prefix') ?? ''}`
    const after = searchParams.get('continuation-token') ?? ''
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const shown = keys.slice(0, page)
    const next = keys.length > page ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : ''
    const contents = shown.map(
      (key) =>
        `<Contents><Key>${key.slice(bucket.length + 1)}</Key>` +
        `<LastModified>${objects.get(key)?.at.toISOString()}</LastModified></Contents>`,
    )
    return `<ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const fake: FakeS3 = {
    endpoint: `http://127.0.0.1:${port}`,
    environment: { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secret },
    objects,
    clock: Date,
    broken: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return fake
}

/** Signature Version 4, computed anew from what has arrived. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const [, scope = '', names = '', given = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  const [id, day = '', region = '', service = ''] = scope.split('/')
  const content = `${request.headers['x-amz-content-sha256']}`
  if (id !== keyId || service !== 's3' || content !== sha256(body)) return false
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = names.split(';').map((name) => `${name}:${`${request.headers[name]}`.trim()}\n`)
  const canonical = [request.method, url.pathname, query, headers.join(''), names, content].join('\n')
  const text = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    scope.split('/').slice(1).join('/'),
    sha256(canonical),
  ].join('\n')
  const key = [day, region, service, 'aws4_request'].reduce<Buffer>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  )
  const expected = createHmac('sha256', key).update(text).digest()
  const signature = Buffer.from(given, 'hex')
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')
