import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync } from 'node:zlib'
import { variants } from '@acct/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawGet } from './support/rawGet.ts'
import { startTestServer, type TestServer } from './support/server.ts'

const names = Object.keys(variants)

let folder: string
let test: TestServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acct-desk-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>acct</title>')
  test = await startTestServer({}, { webFolder: folder })
})
afterAll(async () => {
  await test.stop()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, test.url), { headers })
const htmlOf = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

/** Where the links, style sheets and scripts of a page lead to, as addresses. */
const linksOf = (html: string, path: string) =>
  Array.from(html.matchAll(/(?:href|src)="([^"]+)"/g), ([, link = '']) => new URL(link, test.url + path))

const policyOf = (answer: Response) => (answer.headers.get('content-security-policy') ?? '').split('; ').sort()

describe('/docs', () => {
  it.each(['/docs', ...names.map((name) => `/docs/${name}`)])('%s is a page that runs nothing', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(policyOf(answer)).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "style-src 'self'",
    ])
    expect(await answer.text()).not.toMatch(/<script|<style| style=| on\w+=/)
  })

  it('leads to the reference, the viewer and the document of each variant, and to each of its calls', async () => {
    const paths = linksOf(await htmlOf('/docs'), '/docs').map(({ pathname, hash }) => pathname + hash)
    for (const [name, { routes }] of Object.entries(variants)) {
      expect(paths).toContain(`/docs/${name}`)
      expect(paths).toContain(`/docs/${name}/try`)
      expect(paths).toContain(`/openapi/${name}.json`)
      for (const call of Object.keys(routes)) expect(paths).toContain(`/docs/${name}#${call}`)
    }
  })
})

describe('/docs/<variant>/try', () => {
  it.each(names)('%s: a page with scripts of this server only, none inline, no eval', async (name) => {
    const answer = await get(`/docs/${name}/try`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(policyOf(answer)).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      'img-src data:',
      "script-src 'self'",
      "style-src 'self'",
    ])
    const html = await answer.text()
    expect(html).toContain(`data-openapi="/openapi/${name}.json"`)
    expect(html).not.toMatch(/<script>|<style| style=| on\w+=/)
  })

  it('loads files that may be kept for ever, in the smallest encoding that is accepted', async () => {
    const loaded = linksOf(await htmlOf('/docs/card/try'), '/docs/card/try').filter(({ pathname }) =>
      pathname.startsWith('/docs/viewer/'),
    )
    expect(loaded.map(({ pathname }) => pathname.replace(/-[\w-]{12}\./, '.').replace('/docs/viewer/', ''))).toEqual([
      'swagger-ui.css',
      'viewer.css',
      'swagger-ui-bundle.js',
      'viewer.js',
    ])
    for (const { href, pathname } of loaded) {
      const plain = await rawGet(href, { 'accept-encoding': 'identity' })
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
      expect(plain.status).toBe(200)
      expect(plain.headers).toMatchObject({
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      const small = await rawGet(href, { 'accept-encoding': 'gzip, br' })
      expect(small.headers['content-encoding']).toBe('br')
      expect(brotliDecompressSync(small.body).equals(plain.body)).toBe(true)
    }
  })

  it.each(['/docs/viewer/', '/docs/viewer/viewer.js', '/docs/viewer/..%2fcard.html', '/docs/nothing/try'])(
    'is nothing else: %s',
    async (path) => expect((await get(path)).status).toBe(404),
  )

  it('is led to by each call of the reference, at that call', async () => {
    for (const name of names) {
      const document = (await (await get(`/openapi/${name}.json`)).json()) as {
        paths: Record<string, Record<string, { operationId: string }>>
      }
      const known = Object.values(document.paths).flatMap((path) =>
        Object.values(path).map(({ operationId }) => `#/default/${operationId}`),
      )
      const tries = linksOf(await htmlOf(`/docs/${name}`), `/docs/${name}`)
        .filter(({ pathname, hash }) => pathname === `/docs/${name}/try` && hash !== '')
        .map(({ hash }) => hash)
      expect(tries).toHaveLength(Object.keys(variants[name as keyof typeof variants].routes).length)
      for (const hash of tries) expect(known).toContain(hash)
    }
  })
})

describe('/dev', () => {
  it('links everything, in the reader’s language, and runs nothing', async () => {
    const answer = await get('/dev', { 'accept-language': 'zh-CN' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const [style] = policyOf(answer).filter((rule) => rule.startsWith('style-src'))
    expect(style).toMatch(/^style-src 'sha256-[\w+/]+='$/)
    expect(policyOf(answer)).toHaveLength(5)
    const html = await answer.text()
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('开发收件箱')
    expect(html).not.toMatch(/<script| style=| on\w+=/)
    const english = await htmlOf('/dev')
    expect(english).toContain('Development inbox')
    for (const page of [html, english]) {
      expect(linksOf(page, '/dev').map(({ pathname }) => pathname)).toEqual([
        '/',
        '/dev/inbox',
        '/docs',
        ...names.flatMap((name) => [`/docs/${name}`, `/docs/${name}/try`, `/openapi/${name}.json`]),
        '/healthz',
        '/readyz',
      ])
      for (const name of names) expect(page).toContain(`<code>${test.url}/${name}</code>`)
    }
  })

  it('says where else a variant answers, and leaves out what was not built', async () => {
    const other = await startTestServer(
      { ACCT_ROOT_VARIANT: 'token', ACCT_HOSTS: 'card=card.example.com' },
      { webFolder: join(folder, 'nothing') },
    )
    const html = await (await fetch(`${other.url}/dev`)).text()
    expect(html).toContain(`<code>${other.url}/token</code> · also at <code>${other.url}</code>`)
    expect(html).toContain(`<code>${other.url}/card</code> · also at <code>card.example.com</code>`)
    expect(html).not.toContain('href="/"')
    await other.stop()
  })

  it('is for this machine only, and only where there is an inbox', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      expect((await get('/dev', { [header]: '203.0.113.1' })).status).toBe(404)
    }
    expect((await rawGet(`${test.url}/dev`, { host: 'rebound.example.com' })).status).toBe(404)
    const off = await startTestServer({ ACCT_SMS: 'off', ACCT_EMAIL: 'off' })
    expect((await fetch(`${off.url}/dev`)).status).toBe(404)
    expect(off.logged().find(({ msg }) => msg === 'listening')).not.toHaveProperty('desk')
    await off.stop()
  })

  it('is named when the server starts', () => {
    const { port } = new URL(test.url)
    expect(test.logged().find(({ msg }) => msg === 'listening')).toMatchObject({ desk: `http://localhost:${port}/dev` })
  })

  it.skipIf(!hasCurl())('has commands that work as they are, one after the other', async () => {
    const unescaped = (await htmlOf('/dev')).replaceAll('&#39;', "'").replaceAll('&quot;', '"')
    const commands = Array.from(unescaped.matchAll(/<pre>(.*?)<\/pre>/gs), ([, command = '']) => command)
    const printed: unknown[] = []
    for (const command of commands) {
      const { stdout } = await promisify(execFile)('sh', ['-e', '-c', command], { cwd: folder })
      printed.push(JSON.parse(stdout))
    }
    expect(printed).toMatchObject([
      { msg: '注册成功' },
      { msg: '登录成功' },
      { username: 'li_lei', nickname: '李雷' },
      { msg: '注意接收短信' },
      { messages: [{ to: '+8613912345678', code: expect.stringMatching(/^\d{6}$/) }] },
    ])
  })
})

describe('every link', () => {
  it.each(['/docs', ...names.flatMap((name) => [`/docs/${name}`, `/docs/${name}/try`]), '/dev', '/dev/inbox'])(
    'of %s answers 200, and leads to what is there',
    async (path) => {
      const bodies = new Map<string, Promise<string>>()
      for (const { pathname, hash } of linksOf(await htmlOf(path), path)) {
        const answer = bodies.get(pathname) ?? statusAndText(pathname)
        bodies.set(pathname, answer)
        const [, status, text = ''] = /^(\d+) (.*)$/s.exec(await answer) ?? []
        expect([pathname, status]).toEqual([pathname, '200'])
        if (hash !== '' && !hash.startsWith('#/')) expect(text).toContain(`id="${hash.slice(1)}"`)
      }
    },
  )
})

async function statusAndText(path: string): Promise<string> {
  const answer = await get(path)
  return `${answer.status} ${await answer.text()}`
}

function hasCurl(): boolean {
  if (spawnSync('curl', ['--version']).status === 0) return true
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error('there is no curl, and nothing may be skipped')
  process.stdout.write('skipped: the developer’s desk’s commands, because this machine has no curl\n')
  return false
}
