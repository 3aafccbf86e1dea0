import type { Encoded } from './damage.ts'

type Field = readonly [name: string, value: unknown]

const isFile = (value: unknown): value is Uint8Array => value instanceof Uint8Array

/** JSON by hand, since an object can hold no name twice and swallows `__proto__`. A file is a text where it can not go. */
const jsonOf = (fields: readonly Field[]) =>
  `{${fields
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(isFile(value) ? 'a file' : value) ?? 'null'}`)
    .join(',')}}`

const textOf = (value: unknown) =>
  isFile(value) ? 'a file' : typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** Percent-encoded; what is no well-formed text as the bytes that a careless program would write. */
export function percentEncoded(text: string): string {
  if (!/\p{Surrogate}/u.test(text)) return encodeURIComponent(text)
  return [...Buffer.from(text, 'utf16le')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

const formOf = (fields: readonly Field[]) =>
  fields.map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(textOf(value))}`).join('&')

const boundary = 'abuse-0123456789'

function multipartOf(fields: readonly Field[]): Buffer {
  const safe = (name: string) => name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, '%0A')
  const parts = fields.map(([name, value]) => {
    const file = isFile(value) ? '; filename="x.png"\r\nContent-Type: image/png' : ''
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${safe(name)}"${file}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), isFile(value) ? value : Buffer.from(textOf(value)), Buffer.from('\r\n')])
  })
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** Writes fields as one of the three kinds of body that the server takes. */
export function encode(fields: readonly Field[], encoding: 'json' | 'form' | 'multipart'): Encoded {
  if (encoding === 'json') return { type: 'application/json', bytes: Buffer.from(jsonOf(fields)) }
  if (encoding === 'form') return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(formOf(fields)) }
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: multipartOf(fields) }
}

/** The query of a GET; empty fields without a question mark are none. */
export const queryOf = (fields: readonly Field[]) => (fields.length === 0 ? '' : `?${formOf(fields)}`)
