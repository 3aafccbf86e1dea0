import { Unavailable } from '@acct/core'
import type { FileField } from '@acct/schema'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { uploadRoom } from './uploads.ts'

/** A request body that can not be read as what it says it is. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
  readonly statusCode = 400
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new UnreadableBody('the body is not UTF-8')
  }
}

/** Fields of a form, without a prototype. A name that comes twice is refused: two readers could take different ones. */
function fieldsOf(pairs: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null)
  for (const [name, value] of pairs) {
    if (name in fields) throw new UnreadableBody('a form field is given twice')
    fields[name] = value
  }
  return fields
}

/** What an uploaded file stands for where none is taken: a value that fits no field. */
const refusedFile = Object.freeze({ file: true })

const mebibyte = 1024 * 1024

/** The bytes that a file may have. One more is kept of a larger one, so that whoever judges it sees that it is too large. */
const largestFile = 5 * mebibyte

/** The bytes that a request with a file is read to. What is beyond `largestFile` is dropped as it comes. */
const largestUpload = 64 * mebibyte

/** How many requests may hold a file at a time. */
const uploadsAtOnce = 24

/** The multipart limits: fields like those of any other body, and files that are read to their end. */
const multipartLimits = { fields: 64, files: 4, parts: 68, fieldNameSize: 100, headerPairs: 50 }

const tooLarge = () => Object.assign(new Error('the multipart body is too large'), { statusCode: 413 })

/** Reads a multipart form: texts as they are, files where one belongs, each of them once. */
async function multipartFields(
  request: FastifyRequest,
  files: readonly FileField[],
  enterRoom: () => void,
): Promise<Record<string, unknown>> {
  const pairs: [string, unknown][] = []
  const { bodyLimit } = request.routeOptions
  let room = bodyLimit
  const limits = { ...multipartLimits, fieldSize: bodyLimit, fileSize: largestUpload }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      room -= Buffer.byteLength(String(part.value))
      if (part.valueTruncated || part.fieldnameTruncated) throw tooLarge()
      pairs.push([part.fieldname, part.value])
    } else if (files.some(({ name }) => name === part.fieldname)) {
      if (pairs.some(([name]) => name === part.fieldname)) throw new UnreadableBody('a file is given twice')
      enterRoom()
      const bytes = await bytesOf(part.file, request)
      // A browser's form sends an empty file without a name where nobody chose one.
      if (bytes.length > 0 || part.filename) pairs.push([part.fieldname, bytes])
    } else {
      for await (const chunk of part.file) room -= chunk.length
      pairs.push([part.fieldname, refusedFile])
    }
    if (room < 0) throw tooLarge()
  }
  return fieldsOf(pairs)
}

/**
 * A file's bytes, of a too large one `largestFile` and one more. They go into their place at once, since a list of pieces
 * would be in memory twice when it is joined.
 */
async function bytesOf(file: AsyncIterable<Buffer>, { headers }: FastifyRequest): Promise<Uint8Array> {
  const most = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY)
  const bytes = Buffer.allocUnsafeSlow(Math.min(most, largestFile + 1))
  let length = 0
  for await (const chunk of file) length += chunk.copy(bytes, length)
  return bytes.subarray(0, length)
}

/**
 * Teaches the server the three kinds of body that every POST and PUT takes: JSON, URL-encoded and multipart forms.
 * An empty body is an empty object whatever its type says, since routes without fields are called that way.
 */
export function acceptBodies(app: FastifyInstance): void {
  app.decorate('uploadRoom', uploadRoom(uploadsAtOnce))
  const parseJson = app.getDefaultJsonParser('remove', 'remove')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    try {
      const text = decode(bytes)
      if (text.trim() === '') done(null, {})
      else parseJson(request, text, done)
    } catch (error) {
      done(error as Error)
    }
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (_request, bytes: Buffer, done) => {
      try {
        done(null, fieldsOf(new URLSearchParams(decode(bytes))))
      } catch (error) {
        done(error as Error)
      }
    },
  )
}

/** Some clients name a type for a body they do not send; there is nothing to read then. */
export function ignoreTypeOfNothing({ raw: { headers } }: FastifyRequest): void {
  if (headers['content-length'] === '0' && 'content-type' in headers) delete headers['content-type']
}

/** What `serve` makes of the fields of a request's body. */
export function withFields<Result>(
  request: FastifyRequest,
  files: readonly FileField[],
  serve: (fields: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  return request.isMultipart() ? withUpload(request, files, serve) : serve(asFields(request.body ?? {}, files))
}

/** Files are in memory, and count for the room there is for them, until `serve` is done with them. */
async function withUpload<Result>(
  request: FastifyRequest,
  files: readonly FileField[],
  serve: (fields: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  let leave = () => {}
  const enterRoom = () => {
    leave()
    leave = request.server.uploadRoom.enter()
  }
  try {
    return await serve(asFields(await readMultipart(request, files, enterRoom), files))
  } finally {
    leave()
  }
}

function asFields(body: unknown, files: readonly FileField[]): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new UnreadableBody('the body is no object')
  const fields = body as Record<string, unknown>
  for (const { name, takesText } of files) {
    // A text where only a file belongs is a file of these characters: whoever looks at it finds what is wrong with it.
    if (!takesText && typeof fields[name] === 'string') fields[name] = Buffer.from(fields[name])
  }
  return fields
}

async function readMultipart(request: FastifyRequest, files: readonly FileField[], enterRoom: () => void) {
  const limit = request.routeOptions.bodyLimit + (files.length > 0 ? largestUpload : 0)
  if (Number(request.headers['content-length']) > limit) throw tooLarge()
  try {
    return await multipartFields(request, files, enterRoom)
  } catch (error) {
    // What the multipart parser throws without a status of its own is always a broken body, never broken machinery.
    if (error instanceof Unavailable || (error as { statusCode?: number }).statusCode !== undefined) throw error
    throw new UnreadableBody('the multipart body is broken', { cause: error })
  }
}
