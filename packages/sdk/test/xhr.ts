import { type ClientRequest, type IncomingMessage, request as sendRequest } from 'node:http'

/**
 * `XMLHttpRequest` for Node, which has none: really sends, over HTTP, and tells of its upload piece by piece. Holds what
 * `exchanges` saw of each, since a client shows none of it.
 */
export function nodeXhr() {
  const exchanges: NodeXhr[] = []

  class NodeXhr {
    status = 0
    responseText = ''
    withCredentials = false
    aborted = false
    readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = { onprogress: null }
    onload: (() => void) | null = null
    onerror: (() => void) | null = null
    onabort: (() => void) | null = null
    #target: [method: string, url: string] = ['', '']
    readonly #headers: Record<string, string> = {}
    #request: ClientRequest | undefined
    #response: IncomingMessage | undefined

    constructor() {
      exchanges.push(this)
    }

    open(method: string, url: string): void {
      this.#target = [method, url]
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value
    }

    getAllResponseHeaders(): string {
      const { rawHeaders = [] } = this.#response ?? {}
      return rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n')).join('')
    }

    send(body: FormData | string): void {
      void this.#exchange(body).catch(() => (this.aborted ? this.onabort?.() : this.onerror?.()))
    }

    abort(): void {
      this.aborted = true
      this.#request?.destroy()
    }

    async #exchange(body: FormData | string): Promise<void> {
      const [method, url] = this.#target
      const encoded = new Response(body)
      const bytes = Buffer.from(await encoded.arrayBuffer())
      const headers = { 'content-type': encoded.headers.get('content-type') ?? '', ...this.#headers }
      const request = sendRequest(url, { method, headers: { ...headers, 'content-length': bytes.length } })
      this.#request = request
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        request.on('response', resolve).on('error', reject)
      })
      const half = Math.ceil(bytes.length / 2)
      request.write(bytes.subarray(0, half), () => this.upload.onprogress?.({ loaded: half, total: bytes.length }))
      request.end(bytes.subarray(half), () => this.upload.onprogress?.({ loaded: bytes.length, total: bytes.length }))
      this.#response = await answered
      this.status = this.#response.statusCode ?? 0
      for await (const chunk of this.#response.setEncoding('utf8')) this.responseText += chunk
      this.onload?.()
    }
  }

  return { XMLHttpRequest: NodeXhr, exchanges }
}
