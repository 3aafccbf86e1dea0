import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

let test: TestServer

beforeAll(async () => {
  test = await startTestServer()
})
afterAll(() => test.stop())

/** Sends these bytes on a connection of their own, and reads until the server ends it. */
async function exchange(bytes: string): Promise<string> {
  const { hostname, port } = new URL(test.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(bytes)
  return text(socket)
}

describe('what is no HTTP', () => {
  it.each([
    ['a head over 16 KiB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['no request line', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      'POST /card/user/login HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      400,
    ],
    [
      'a length beside chunks',
      'POST /card/user/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
      400,
    ],
  ])('%s is answered once and whole, and ends the connection', async (_, bytes, status) => {
    const answer = await exchange(bytes)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toMatch(/\r\nconnection: close\r\n/)
    expect(head).toMatch(/\r\ncache-control: no-store\r\n/)
    expect(head).toMatch(/\r\nx-content-type-options: nosniff\r\n/)
    expect(head).toContain(`content-length: ${body.length}`)
    expect(JSON.parse(body)).toEqual({ error: expect.any(String) })
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })
})

describe('an address that can not be decoded', () => {
  it('is a bad request of its variant, with the headers and the line of any other', async () => {
    const before = test.logged().length
    const answer = await fetch(`${test.url}/card/user/%zz`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ msg: expect.any(String) })
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const lines = test.logged().slice(before)
    expect(lines).toEqual([expect.objectContaining({ msg: 'request', status: 400, outcome: 'badRequest' })])
    expect(JSON.stringify(lines)).not.toContain('%zz')
  })
})

describe('a path that is like a route’s but for a slash', () => {
  it('is unknown, whatever its method', async () => {
    const answer = await fetch(`${test.url}/card/user/login/`, { method: 'POST' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('allow')).toBeNull()
  })
})
