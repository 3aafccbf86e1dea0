import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type AddressInfo, connect, createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selfSigned } from '../../../packages/delivery/test/certificate.ts'
import { type ServingProcess, serve, temporaryFolder } from './support/process.ts'

const page = readFileSync(fileURLToPath(new URL('../../../docs/guide/en/production.md', import.meta.url)), 'utf8')

/** The configuration that the guide shows. */
function shown(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1]
  if (block === undefined) throw new Error(`the guide shows no ${language}`)
  return block
}

function canRun(program: string, flag: string): boolean {
  if (spawnSync(program, [flag]).error === undefined) return true
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error(`there is no ${program}, and nothing may be skipped`)
  process.stdout.write(`skipped: the guide’s ${program} configuration, because this machine has no ${program}\n`)
  return false
}
const hasNginx = canRun('nginx', '-v')
const hasCaddy = canRun('caddy', 'version')

interface Answer {
  readonly status: number | undefined
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
}

/** One request from an address of this machine that is not the proxy's, as from a client elsewhere. */
async function ask(
  url: string,
  {
    host,
    path,
    fields,
    cookie,
    body,
  }: { host: string; path: string; fields?: string; cookie?: string; body?: FormData },
): Promise<Answer> {
  const { protocol, port } = new URL(url)
  const encoded = body === undefined ? undefined : new Response(body)
  const headers = {
    host,
    // What a client claims about itself must not be believed.
    'x-forwarded-for': '203.0.113.9',
    'content-type': encoded?.headers.get('content-type') ?? 'application/x-www-form-urlencoded',
    ...(cookie !== undefined && { cookie }),
  }
  const options = {
    method: fields === undefined && !body ? 'GET' : 'POST',
    port,
    path,
    headers,
    localAddress: '127.0.0.2',
  }
  const outgoing =
    protocol === 'https:'
      ? httpsRequest({ ...options, host: '127.0.0.1', rejectUnauthorized: false })
      : httpRequest({ ...options, host: '127.0.0.1' })
  outgoing.end(encoded ? Buffer.from(await encoded.arrayBuffer()) : fields)
  const [answer] = await once(outgoing, 'response')
  let text = ''
  for await (const chunk of answer.setEncoding('utf8')) text += chunk
  return { status: answer.statusCode, headers: answer.headers, text }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a proxy and waits until its port takes connections. */
async function startProxy(
  program: string,
  args: readonly string[],
  port: number,
  folder: string,
): Promise<ChildProcess> {
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, HOME: folder }, stdio: 'ignore' })
  const opens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
  while (!(await opens())) {
    if (child.exitCode !== null) throw new Error(`${program} refused the guide's configuration`)
  }
  return child
}

/** What the server must see and answer through any proxy that is set up as the guide says. */
async function behaves(proxy: string, server: ServingProcess, name: string) {
  const card = { host: 'card.example.com' }
  const fields = `username=${name}&password=hanmeimei_1&nickname=x&telephone=13812345678`
  // On its own host an API answers at the root: the proxy passed `Host` on.
  expect((await ask(proxy, { ...card, path: '/user/register', fields })).text).toBe('{"msg":"注册成功"}')
  const login = await ask(proxy, { ...card, path: '/user/login', fields })
  const [cookie = ''] = login.headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^__Host-acct_session=.*; Secure/)
  expect(login.headers['strict-transport-security']).toBe('max-age=31536000')
  const session = cookie.split(';')[0] ?? ''
  const info = await ask(proxy, { ...card, path: '/user/getInfo', fields: '', cookie: session })
  expect(info.text).toContain(`"username":"${name}"`)
  // The source is who called the proxy, not who they say they are.
  await server.says('"source":"127.0.0.2"')
  // A picture that is too large is so in the API's own words.
  const body = new FormData()
  body.set('image', new File([new Uint8Array(6 * 1024 * 1024)], 'large.jpg'))
  const upload = { host: 'id.example.com', path: '/social/user/update_avator', cookie: session, body }
  expect((await ask(proxy, upload)).text).toMatch(/^{"code":"330[01]"/)
  // Whoever comes through a proxy is not on this machine.
  expect((await ask(proxy, { host: 'localhost', path: '/dev/inbox' })).status).toBe(404)
}

describe.skipIf(!hasNginx && !hasCaddy)('the proxies of the guide', () => {
  let server: ServingProcess
  let port: string
  let folder: string
  let remove: () => void
  const proxies: ChildProcess[] = []

  beforeAll(async () => {
    ;({ folder, remove } = temporaryFolder())
    server = await serve({
      ACCT_DATA_DIR: join(folder, 'data'),
      ACCT_PUBLIC_URL: 'https://id.example.com',
      ACCT_HOSTS: 'card=card.example.com',
      ACCT_TRUST_PROXY: '127.0.0.1',
    })
    port = new URL(server.url).port
  })
  afterAll(async () => {
    for (const proxy of proxies) {
      proxy.kill()
      if (proxy.exitCode === null) await once(proxy, 'exit')
    }
    server.child.kill()
    await server.ended
    remove()
  })

  it.skipIf(!hasNginx)('nginx', async () => {
    const [plain, secure] = [await freePort(), await freePort()]
    const { key, cert } = selfSigned()
    writeFileSync(join(folder, 'fullchain.pem'), cert)
    writeFileSync(join(folder, 'privkey.pem'), key)
    mkdirSync(join(folder, 'temporary'))
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    const temporary = paths.map((name) => `${name}_temp_path ${folder}/temporary/${name};`).join('\n')
    const site = shown('nginx')
      .replace('127.0.0.1:3000', `127.0.0.1:${port}`)
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${secure} ssl;`)
      .replaceAll('/etc/letsencrypt/live/id.example.com', folder)
    // Its workers write where only this test's user may.
    const user = `user ${userInfo().username};`
    const main = `${user}\ndaemon off;\npid ${folder}/nginx.pid;\nerror_log ${folder}/nginx.log;\nevents {}\n`
    writeFileSync(join(folder, 'nginx.conf'), `${main}http {\naccess_log off;\n${temporary}\n${site}}\n`)
    const args = ['-e', `${folder}/nginx.log`, '-p', folder, '-c', `${folder}/nginx.conf`]
    proxies.push(await startProxy('nginx', args, secure, folder))
    await behaves(`https://127.0.0.1:${secure}`, server, 'through_nginx')
    const moved = await ask(`http://127.0.0.1:${plain}`, { host: 'id.example.com', path: '/docs' })
    expect([moved.status, moved.headers.location]).toEqual([301, 'https://id.example.com/docs'])
  })

  it.skipIf(!hasCaddy)('Caddy', async () => {
    const plain = await freePort()
    // By plain HTTP: its certificates need the real names.
    const site = shown('caddyfile')
      .replace('127.0.0.1:3000', `127.0.0.1:${port}`)
      .replace('id.example.com, card.example.com', `http://id.example.com:${plain}, http://card.example.com:${plain}`)
      .replace('http://card', `http://localhost:${plain}, http://card`)
    writeFileSync(join(folder, 'Caddyfile'), `{\n  admin off\n}\n${site}`)
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    proxies.push(await startProxy('caddy', args, plain, folder))
    await behaves(`http://127.0.0.1:${plain}`, server, 'through_caddy')
  })
})
