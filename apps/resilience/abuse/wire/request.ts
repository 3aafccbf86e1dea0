/** A request as it goes over the wire: headers may come twice, and say what they like. */
export interface WireRequest {
  readonly method: string
  /** Path and query, as they are written. */
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Undefined: no body, and no length said. */
  readonly body: Buffer | undefined
}

/** The bytes of a request; header values in Latin-1, as HTTP has them. */
export function bytesOf({ method, target, headers, body }: WireRequest, host: string): Buffer {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(given.has('host') ? [] : [`Host: ${host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`Content-Length: ${body.length}`]),
  ]
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  return body === undefined ? head : Buffer.concat([head, body])
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The same request for a shell, to be sent again by hand. */
export function curlOf(url: string, { method, target, headers, body }: WireRequest): string {
  const plain = body !== undefined && body.length < 4000 && /^[\x20-\x7e]*$/.test(body.toString('latin1'))
  const data = body === undefined ? [] : ['--data-binary', plain ? quoted(body.toString('latin1')) : '@-']
  const named = headers.some(([name]) => name.toLowerCase() === 'content-type')
  const options = [
    ...['curl', '-sS', '-i', '--path-as-is', '-g'],
    ...(method === 'HEAD' ? ['-I'] : ['-X', method]),
    ...headers.flatMap(([name, value]) => ['-H', quoted(value === '' ? `${name};` : `${name}: ${value}`)]),
    // Curl would name a type of its own.
    ...(body !== undefined && !named ? ['-H', quoted('content-type:')] : []),
    ...data,
    quoted(`${url}${target}`),
  ]
  const command = options.join(' ')
  if (body === undefined || plain) return command
  return `echo ${body.toString('base64')} | base64 -d | ${command}`
}
