/** The three kinds of body that every POST and PUT takes. */
export const encodings = ['JSON', 'URL-encoded form', 'multipart form'] as const

type Encoding = (typeof encodings)[number]

/** A `fetch` that sends the JSON which the SDK writes as the same fields in another encoding. */
export function sentAs(encoding: Encoding, send: typeof fetch): typeof fetch {
  if (encoding === 'JSON') return send
  return (input, init = {}) => {
    if (typeof init.body !== 'string') return send(input, init)
    const headers = new Headers(init.headers)
    headers.delete('content-type')
    const body = encoding === 'URL-encoded form' ? new URLSearchParams() : new FormData()
    for (const [name, value] of Object.entries(JSON.parse(init.body))) {
      if (value !== null) body.set(name, String(value))
    }
    return send(input, { ...init, headers, body })
  }
}
