/** Something on a socket that is no proper request, or one at the edge of what is. */
export interface Case {
  readonly name: string
  /** What is written, piece by piece, in Latin-1. */
  readonly sent: readonly string[]
  /**
   * `refused`: a 4xx or a closed connection. `answered`: one answer below 500 for each request in it. `either`: HTTP lets
   * a server choose.
   */
  readonly expected: 'refused' | 'answered' | 'either'
  /** How many requests are in it; 1 where nothing is said. */
  readonly requests?: number
  /** Whether the client ends its side after the last piece. */
  readonly halfClosed?: true
}

const host = 'Host: localhost\r\n'
const json = 'Content-Type: application/json\r\n'
const get = (target: string, more = '') => `GET ${target} HTTP/1.1\r\n${host}${more}\r\n`
const post = (more: string, body = '') => `POST /card/user/login HTTP/1.1\r\n${host}${json}${more}\r\n${body}`
const refused = (name: string, ...sent: readonly string[]): Case => ({ name, sent, expected: 'refused' })
const answered = (name: string, ...sent: readonly string[]): Case => ({ name, sent, expected: 'answered' })
const either = (name: string, ...sent: readonly string[]): Case => ({ name, sent, expected: 'either' })

/** A whole request that hides in another's body: it registers `marker`, which nobody may ever find registered. */
function hidden(marker: string): string {
  const body = JSON.stringify({ account: marker, password: 'Passw0rd1' })
  return `POST /phone/user/register HTTP/1.1\r\n${host}${json}Content-Length: ${body.length}\r\n\r\n${body}`
}

/** Every case; `marker` is the name that a smuggled request would register. */
export function casesWith(marker: string): readonly Case[] {
  const inner = hidden(marker)
  const chunked = 'Transfer-Encoding: chunked\r\n'
  return [
    // Who is asked.
    refused('no Host', 'GET /healthz HTTP/1.1\r\n\r\n'),
    either('two Hosts', get('/healthz', 'Host: evil.example\r\n')),
    answered('an empty Host', 'GET /healthz HTTP/1.1\r\nHost:\r\n\r\n'),
    // How long a body is.
    refused('Content-Length and Transfer-Encoding', post(`Content-Length: 5\r\n${chunked}`, `0\r\n\r\n${inner}`)),
    refused(
      'Transfer-Encoding and Content-Length',
      post(`${chunked}Content-Length: ${inner.length + 5}\r\n`, `0\r\n\r\n${inner}`),
    ),
    refused('two Content-Lengths', post(`Content-Length: 2\r\nContent-Length: ${inner.length + 2}\r\n`, `{}${inner}`)),
    refused('a list of Content-Lengths', post(`Content-Length: 2, ${inner.length + 2}\r\n`, `{}${inner}`)),
    refused('a negative Content-Length', post('Content-Length: -1\r\n', inner)),
    refused('a Content-Length with a sign', post('Content-Length: +2\r\n', `{}${inner}`)),
    refused('a Content-Length in hexadecimal', post('Content-Length: 0x2\r\n', `{}${inner}`)),
    refused('a Content-Length beyond all numbers', post(`Content-Length: ${'9'.repeat(40)}\r\n`, '{}')),
    refused('a Content-Length of 2^64 + 2', post('Content-Length: 18446744073709551618\r\n', `{}${inner}`)),
    refused('a huge Content-Length', post('Content-Length: 99999999999\r\n', '{}')),
    refused('a blank before the colon', post('Content-Length : 2\r\n', `{}${inner}`)),
    refused('Transfer-Encoding that is not chunked', post('Transfer-Encoding: gzip\r\n', inner)),
    refused('chunked, but not last', post('Transfer-Encoding: chunked, identity\r\n', inner)),
    refused('Transfer-Encoding with a trick', post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${inner}`)),
    refused(
      'a tab before chunked, and a length',
      post(`Transfer-Encoding:\tchunked\r\nContent-Length: 3\r\n`, `0\r\n\r\n${inner}`),
    ),
    // Chunks.
    answered('a chunked body', post(chunked, '2\r\n{}\r\n0\r\n\r\n')),
    either('chunk extensions', post(chunked, '2;a=b;c="d"\r\n{}\r\n0\r\n\r\n')),
    either('a huge chunk extension', post(chunked, `2;${'a'.repeat(100_000)}\r\n{}\r\n0\r\n\r\n`)),
    either('trailers', post(chunked, '2\r\n{}\r\n0\r\nCookie: acct_session=x\r\nHost: evil.example\r\n\r\n')),
    refused('a bad chunk size', post(chunked, 'zz\r\n{}\r\n0\r\n\r\n')),
    refused('a negative chunk size', post(chunked, '-2\r\n{}\r\n0\r\n\r\n')),
    refused('a chunk size with 0x', post(chunked, '0x2\r\n{}\r\n0\r\n\r\n')),
    refused('a chunk size of 17 digits', post(chunked, '10000000000000002\r\n{}\r\n0\r\n\r\n')),
    refused('a chunk longer than it says', post(chunked, `1\r\n{}\r\n0\r\n\r\n${inner}`)),
    refused('chunks ended by bare LF', post(chunked, `2\n{}\n0\n\n${inner}`)),
    // Lines and headers.
    refused('obs-fold', get('/healthz', 'X-A: b\r\n c\r\n')),
    refused(
      'a folded Transfer-Encoding',
      post('Transfer-Encoding:\r\n chunked\r\nContent-Length: 3\r\n', `0\r\n\r\n${inner}`),
    ),
    either('bare LF', 'GET /healthz HTTP/1.1\nHost: localhost\n\n'),
    refused('bare CR', 'GET /healthz HTTP/1.1\rHost: localhost\r\r'),
    refused('NUL in a header', get('/healthz', 'X-A: b\0c\r\n')),
    refused('NUL in a header name', get('/healthz', 'X\0A: b\r\n')),
    refused('NUL in the target', get('/health\0z')),
    refused('a header without a name', get('/healthz', ': b\r\n')),
    refused('a header without a colon', get('/healthz', 'nonsense\r\n')),
    refused('a header name with a blank', get('/healthz', 'X A: b\r\n')),
    refused('a header of 100 KiB', get('/healthz', `X-A: ${'b'.repeat(100 * 1024)}\r\n`)),
    refused('a header name of 100 KiB', get('/healthz', `${'b'.repeat(100 * 1024)}: c\r\n`)),
    either('2,000 headers', get('/healthz', Array.from({ length: 2000 }, (_, n) => `a${n}: b\r\n`).join(''))),
    refused('a target of 100 KiB', get(`/${'a'.repeat(100 * 1024)}`)),
    // Targets.
    answered('absolute-form', get('http://localhost/healthz')),
    answered('absolute-form of another host', get('http://evil.example/card/user/login')),
    either('authority-form', get('localhost:80')),
    either('asterisk-form', `OPTIONS * HTTP/1.1\r\n${host}\r\n`),
    answered('an undecodable target', get('/card/%zz')),
    answered('an undecodable parameter', get('/phone/user/loginPhone/%ff')),
    answered('slashes only', get('//')),
    answered('many slashes', get('/'.repeat(2000))),
    answered('dots', get('/card/../../etc/passwd')),
    answered('encoded dots', get('/files/%2e%2e%2f%2e%2e%2facct.db')),
    answered('dots below the pictures', get('/files/../acct.db')),
    answered('a backslash', get('/files\\..\\acct.db')),
    answered('a question mark only', get('?')),
    either('no target', 'GET  HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    refused('a target with a blank', get('/health z')),
    answered('bytes beyond ASCII in the target', get('/card/\xe6\x9d\x8e')),
    // Versions and protocols.
    // Node answers it like HTTP/1.0, and closes.
    either('HTTP/0.9', 'GET /healthz\r\n\r\n'),
    either('HTTP/1.0', 'GET /healthz HTTP/1.0\r\n\r\n'),
    refused('HTTP/1.9', 'GET /healthz HTTP/1.9\r\nHost: localhost\r\n\r\n'),
    refused('HTTP/9.9', 'GET /healthz HTTP/9.9\r\nHost: localhost\r\n\r\n'),
    refused('the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'),
    refused('a TLS handshake', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'),
    refused('SMTP', 'EHLO evil.example\r\n'),
    refused('zeros', '\0'.repeat(1000)),
    refused('an unknown method', 'NONSENSE /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    refused('a method in lower case', 'get /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    refused('CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`),
    answered('TRACE', `TRACE /card/user/login HTTP/1.1\r\n${host}Cookie: acct_session=x\r\n\r\n`),
    answered(
      'an upgrade to WebSocket',
      get(
        '/healthz',
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
      ),
    ),
    answered(
      'an upgrade to h2c',
      get(
        '/healthz',
        'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n',
      ),
    ),
    // Pace and ends.
    answered('Expect: 100-continue', post('Expect: 100-continue\r\nContent-Length: 2\r\n'), '{}'),
    either('Expect: something else', post('Expect: 200-ok\r\nContent-Length: 2\r\n', '{}')),
    { ...answered('nine requests in one piece', get('/healthz').repeat(9)), requests: 9 },
    { ...answered('nine posts in one piece', post('Content-Length: 2\r\n', '{}').repeat(9)), requests: 9 },
    // So many are a way to keep others waiting: the connection may end after some of the answers.
    { ...either('100 requests in one piece', get('/healthz').repeat(100)), requests: 100 },
    { ...either('50 posts in one piece', post('Content-Length: 2\r\n', '{}').repeat(50)), requests: 50 },
    answered('a request byte by byte', ...get('/healthz')),
    { ...answered('a half-closed connection', get('/healthz')), halfClosed: true },
    { ...refused('a body that never comes', post('Content-Length: 100\r\n', '{}')), halfClosed: true },
    { ...refused('chunks that never end', post(chunked, '2\r\n{}\r\n')), halfClosed: true },
    { ...refused('half a header', 'GET /healthz HTTP/1.1\r\nHost: loc'), halfClosed: true },
    { ...either('nothing at all', ''), requests: 0, halfClosed: true },
    answered('blank lines before a request', `\r\n\r\n${get('/healthz')}`),
    answered('a GET with a body', `GET /healthz HTTP/1.1\r\n${host}Content-Length: ${inner.length}\r\n\r\n${inner}`),
    either(
      'a GET with a chunked body',
      `GET /healthz HTTP/1.1\r\n${host}${chunked}\r\n${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`,
    ),
  ]
}
