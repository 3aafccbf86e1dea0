import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

const page = '<!doctype html><title>acct</title><script type="module" src="/assets/index-abc123.js"></script>'
const script = 'document.title = "账号中心"\n'

let folder: string
let test: TestServer

/** A built account centre as the build leaves it, with a secret beside it that no request may reach. */
function buildWeb(): string {
  const built = mkdtempSync(join(tmpdir(), 'acct-web-'))
  mkdirSync(join(built, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(built, 'secret.js'), 'secret')
  writeFileSync(join(built, 'dist', 'index.html'), page)
  const asset = (name: string, contents: string | Buffer) =>
    writeFileSync(join(built, 'dist', 'assets', name), contents)
  asset('index-abc123.js', script)
  asset('index-abc123.js.br', brotliCompressSync(script))
  asset('index-abc123.js.gz', gzipSync(script))
  asset('index-def456.css', 'body { margin: 0 }')
  asset('notes.txt', 'of no type that we know')
  return built
}

beforeAll(async () => {
  folder = buildWeb()
  test = await startTestServer({}, { webFolder: join(folder, 'dist') })
})
afterAll(async () => {
  await test.stop()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(test.url + path, { headers })

/** An answer as it is on the wire: `fetch` decodes bodies and tidies paths up. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(test.url)
    request({ hostname, port, path, method, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) })
    })
      .on('error', reject)
      .end()
  })

describe('the page', () => {
  it.each(['/', '/?from=mail', '//', '/account', '/account/', '/account/sign-in', '/account/people/4503599627370497'])(
    'is at %s',
    async (path) => {
      const answer = await raw(path)
      expect([answer.status, answer.body.toString()]).toEqual([200, page])
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    },
  )

  it('runs, styles, shows and calls nothing but this server, and stands in no frame', async () => {
    const policy = String((await get('/')).headers.get('content-security-policy'))
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' blob: data:",
      "script-src 'self'",
      "style-src 'self'",
    ])
    const { headers } = await get('/account/security')
    expect(headers.get('content-security-policy')).toBe(policy)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  it('is not sent again while it is the same', async () => {
    const etag = String((await get('/')).headers.get('etag'))
    const again = await get('/account/profile', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('answers HEAD, and no other method', async () => {
    const head = await raw('/', {}, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(page.length), 0])
    for (const path of ['/', '/account/sign-in']) expect((await raw(path, {}, 'POST')).status).toBe(404)
  })
})

describe('what the page loads', () => {
  it('has its type, and may be kept for ever', async () => {
    const js = await get('/assets/index-abc123.js')
    expect(await js.text()).toBe(script)
    expect(js.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(js.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(js.headers.get('x-content-type-options')).toBe('nosniff')
    const css = await get('/assets/index-def456.css')
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await raw('/assets/index-abc123.js', {}, 'HEAD')).status).toBe(200)
  })

  it('comes in the smallest encoding that is accepted', async () => {
    const as = async (accepted: string) => {
      const { headers, body } = await raw('/assets/index-abc123.js', { 'accept-encoding': accepted })
      expect(headers.vary).toContain('accept-encoding')
      return { encoding: headers['content-encoding'], etag: headers.etag, body }
    }
    const br = await as('gzip, deflate, br, zstd')
    expect([br.encoding, brotliDecompressSync(br.body).toString()]).toEqual(['br', script])
    const gzip = await as('gzip;q=1.0, br;q=0')
    expect([gzip.encoding, gzip.body]).toEqual(['gzip', gzipSync(script)])
    const plain = await as('brotli')
    expect([plain.encoding, plain.body.toString()]).toEqual([undefined, script])
    expect(new Set([br.etag, gzip.etag, plain.etag]).size).toBe(3)
    // Without a smaller one beside it a file goes as it is.
    expect((await raw('/assets/index-def456.css', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe(
      undefined,
    )
  })

  it.each([
    '/assets/',
    '/assets/nothing.js',
    '/assets/index-abc123.js.br',
    '/assets/notes.txt',
    '/assets/../../secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets/../index.html',
    '/assets/constructor',
    '/index.html',
    '/accounts',
    '/nothing',
  ])('is nothing else: %s', async (path) => {
    const answer = await raw(path)
    expect([answer.status, answer.body.toString()]).toEqual([404, '{"error":"not found"}'])
  })
})

describe('beside the variants', () => {
  it('has / and /account, on the root variant’s server and on a variant’s own host too', async () => {
    const mounted = await startTestServer(
      { ACCT_ROOT_VARIANT: 'token', ACCT_HOSTS: 'card=card.example.com' },
      { webFolder: join(folder, 'dist') },
    )
    const { port } = new URL(mounted.url)
    const at = (path: string, host: string) =>
      new Promise<string>((resolve, reject) => {
        request({ port, path, headers: { host } }, async (answer) => {
          let body = ''
          for await (const chunk of answer.setEncoding('utf8')) body += chunk
          resolve(body)
        })
          .on('error', reject)
          .end()
      })
    for (const host of ['localhost', 'card.example.com']) {
      expect(await at('/', host)).toBe(page)
      expect(await at('/account/sign-in', host)).toBe(page)
      expect(await at('/assets/index-abc123.js', host)).toBe(script)
    }
    expect(JSON.parse(await at('/api/user/info/1', 'localhost'))).toMatchObject({ status: false })
    expect(JSON.parse(await at('/user/nothing', 'card.example.com'))).toEqual({ msg: '接口不存在' })
    await mounted.stop()
  })

  it('leaves them as they are where it was not built, and says so', async () => {
    const bare = await startTestServer({ ACCT_ROOT_VARIANT: 'card' }, { webFolder: join(folder, 'nothing') })
    expect(await (await fetch(bare.url)).json()).toEqual({ msg: '接口不存在' })
    expect(await (await fetch(`${bare.url}/card/`)).json()).toEqual({ msg: '接口不存在' })
    const said = bare.logged().filter(({ msg }) => /account centre/.test(String(msg)))
    expect(said).toMatchObject([{ level: 40 }])
    expect(bare.logged().find(({ msg }) => msg === 'listening')).not.toHaveProperty('web')
    await bare.stop()
  })

  it('is among the addresses that a start prints', async () => {
    const { port } = new URL(test.url)
    expect(test.logged().find(({ msg }) => msg === 'listening')).toMatchObject({ web: `http://localhost:${port}/` })
  })
})
