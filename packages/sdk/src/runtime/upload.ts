import { isFile } from './check.ts'
import type { Upload } from './endpoint.ts'
import type { FetchAnswer, FetchInit } from './options.ts'

/** What clients need whose routes take files; the others do not carry it. */
export const upload: Upload = { formOf, fetchReporting }

/** The fields as a multipart form if one of them is a file; undefined if JSON can hold them all. */
function formOf(fields: Record<string, unknown>): FormData | undefined {
  if (!Object.values(fields).some(isFile)) return undefined
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    // A form has no null; null is as good as absent.
    if (value !== undefined && value !== null) append(form, name, value)
  }
  return form
}

function append(form: FormData, name: string, value: unknown): void {
  if (value instanceof Uint8Array) form.append(name, new Blob([value as Uint8Array<ArrayBuffer>]))
  else if (value instanceof Blob) form.append(name, value)
  // React Native's form reads the file itself, and takes what has no name for a text.
  else if (isFile(value)) form.append(name, { name: 'file', type: 'application/octet-stream', ...value } as never)
  else form.append(name, String(value))
}

/** The part of `XMLHttpRequest` that is used here. */
interface Exchange {
  readonly status: number
  readonly responseText: string
  readonly upload: { onprogress: ((event: { readonly loaded: number; readonly total: number }) => void) | null }
  withCredentials: boolean
  onload: (() => void) | null
  onerror: (() => void) | null
  onabort: (() => void) | null
  open(method: string, url: string): void
  setRequestHeader(name: string, value: string): void
  getAllResponseHeaders(): string
  send(body: unknown): void
  abort(): void
}

/**
 * A `fetch` that tells how much of the body is sent, by the only means that browsers and React Native have for it.
 * Undefined where there is none, or where it would send cookies that are not to be sent.
 */
function fetchReporting(report: (sent: number, total: number) => void, credentials: string) {
  const { XMLHttpRequest } = globalThis as { XMLHttpRequest?: new () => Exchange }
  if (!XMLHttpRequest || credentials === 'omit') return undefined
  return (url: string, { method, headers, body, signal }: FetchInit) =>
    new Promise<FetchAnswer>((resolve, reject) => {
      const exchange = new XMLHttpRequest()
      exchange.open(method, url)
      exchange.withCredentials = credentials === 'include'
      for (const [name, value] of Object.entries(headers)) exchange.setRequestHeader(name, value)
      exchange.upload.onprogress = ({ loaded, total }) => report(loaded, total)
      exchange.onload = () => resolve(answerOf(exchange))
      exchange.onerror = exchange.onabort = () => reject(new TypeError('the upload failed'))
      signal.addEventListener('abort', () => exchange.abort())
      exchange.send(body)
    })
}

function answerOf(exchange: Exchange): FetchAnswer {
  const headers = new Headers()
  for (const line of exchange.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1))
  }
  return { status: exchange.status, headers, text: async () => exchange.responseText }
}
