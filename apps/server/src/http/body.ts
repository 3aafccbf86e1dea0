import type { FastifyInstance, FastifyRequest } from 'fastify'

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

/** What an uploaded file stands for on a route that takes none: a value that fits no field. */
const refusedFile = Object.freeze({ file: true })

/** The multipart limits: fields like those of any other body, and files that are read to their end but not kept. */
const multipartLimits = { fields: 64, files: 4, parts: 68, fieldNameSize: 100, headerPairs: 50 }

async function multipartFields(request: FastifyRequest, bodyLimit: number): Promise<Record<string, unknown>> {
  const pairs: [string, unknown][] = []
  let room = bodyLimit
  const limits = { ...multipartLimits, fieldSize: bodyLimit, fileSize: bodyLimit }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      for await (const chunk of part.file) room -= chunk.length
      pairs.push([part.fieldname, refusedFile])
    } else {
      room -= Buffer.byteLength(String(part.value))
      if (part.valueTruncated || part.fieldnameTruncated) room = -1
      pairs.push([part.fieldname, part.value])
    }
    if (room < 0) throw Object.assign(new Error('the multipart body is too large'), { statusCode: 413 })
  }
  return fieldsOf(pairs)
}

/**
 * Teaches the server the three kinds of body that every POST and PUT takes: JSON, URL-encoded and multipart forms.
 * An empty body is an empty object whatever its type says, since routes without fields are called that way.
 */
export function acceptBodies(app: FastifyInstance): void {
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
  app.addHook('onRequest', async (request) => {
    // Some clients name a type for a body they do not send; there is nothing to read then.
    if (request.headers['content-length'] === '0') delete request.raw.headers['content-type']
  })
}

/** The fields of a request's body: JSON and URL-encoded ones are parsed already, multipart ones are read here. */
export async function readFields(request: FastifyRequest, bodyLimit: number): Promise<Record<string, unknown>> {
  const body = request.isMultipart() ? await readMultipart(request, bodyLimit) : (request.body ?? {})
  if (typeof body !== 'object' || Array.isArray(body)) throw new UnreadableBody('the body is no object')
  return body as Record<string, unknown>
}

async function readMultipart(request: FastifyRequest, bodyLimit: number) {
  if (Number(request.headers['content-length']) > bodyLimit) {
    throw Object.assign(new Error('the multipart body is too large'), { statusCode: 413 })
  }
  try {
    return await multipartFields(request, bodyLimit)
  } catch (error) {
    // What the multipart parser throws without a status of its own is always a broken body, never broken machinery.
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error
    throw new UnreadableBody('the multipart body is broken', { cause: error })
  }
}
