/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number
  /** By lower-case name; a header that came several times has several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Buffer
}

const headEnd = Buffer.from('\r\n\r\n')

/** What does not read as an answer of HTTP/1.1. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/**
 * Reads the first answer in the bytes that a connection has brought so far, and tells how many they were; undefined while
 * it is not complete. `bodyless`: it answers a HEAD, so its length is that of a body that does not come. Interim answers
 * (1xx) are skipped. Throws `NoAnswer` for what is none.
 */
export function readAnswer(bytes: Buffer, bodyless = false): { answer: Answer; length: number } | undefined {
  const end = bytes.indexOf(headEnd)
  if (bytes.length >= 5 && bytes.toString('latin1', 0, 5) !== 'HTTP/')
    throw new NoAnswer('it begins with no status line')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1])
  if (Number.isNaN(status)) throw new NoAnswer(`no status line: ${first.slice(0, 80)}`)
  const start = end + headEnd.length
  if (status < 200 && status !== 101) {
    const next = readAnswer(bytes.subarray(start), bodyless)
    return next && { answer: next.answer, length: start + next.length }
  }
  const headers = readHeaders(lines)
  if (bodyless || status === 204 || status === 304)
    return { answer: { status, headers, body: Buffer.alloc(0) }, length: start }
  if (headers.get('transfer-encoding')?.[0] === 'chunked') {
    const chunked = readChunks(bytes, start)
    return chunked && { answer: { status, headers, body: chunked.body }, length: chunked.end }
  }
  const length = Number(headers.get('content-length')?.[0])
  // Without a length the end of the connection is its end: whoever reads knows that only later.
  if (!Number.isSafeInteger(length)) return undefined
  if (bytes.length < start + length) return undefined
  const body = Buffer.from(bytes.subarray(start, start + length))
  return { answer: { status, headers, body }, length: start + length }
}

function readHeaders(lines: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon <= 0) throw new NoAnswer(`no header: ${line.slice(0, 80)}`)
    const name = line.slice(0, colon).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  return headers
}

function readChunks(bytes: Buffer, start: number): { body: Buffer; end: number } | undefined {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    if (Number.isNaN(size)) throw new NoAnswer('a chunk without a size')
    const from = lineEnd + 2
    if (bytes.length < from + size + 2) return undefined
    if (size === 0) return { body: Buffer.concat(chunks), end: from + 2 }
    chunks.push(bytes.subarray(from, from + size))
    at = from + size + 2
  }
}

/** The first value of a header, undefined without one. */
export const header = (answer: Answer, name: string): string | undefined => answer.headers.get(name)?.[0]

/** A body that is JSON, undefined for any other. */
export function jsonOf({ body }: Answer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
