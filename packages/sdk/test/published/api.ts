import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { json, textOf } from '../server.ts'

/** What a page may do: run scripts of this origin that were files before, and call this origin. Nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }

/**
 * A server that knows one account of the `card` API, and keeps its session in a cookie; whatever else is asked for it
 * takes from a folder, and sends it under a strict content security policy.
 */
export async function startApi(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, folder).catch((error) => response.writeHead(500).end(String(error)))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  switch (`${request.method} ${pathname}`) {
    case 'POST /card/user/login': {
      const { username, password } = JSON.parse(await textOf(request))
      const right = username === 'li_lei' && password === 'hanmeimei_1'
      const cookie = { 'set-cookie': 'acct_session=a_session; HttpOnly; Path=/; SameSite=Lax' }
      return json(response, 200, { msg: right ? '登录成功' : '用户名或密码错误' }, right ? cookie : {})
    }
    case 'POST /card/user/logout': {
      const { authorization, cookie } = request.headers
      const signedIn = authorization === 'Bearer a_session' || cookie === 'acct_session=a_session'
      return json(response, 200, { msg: signedIn ? '成功退出登录' : '登出失败，请检查登录状态' })
    }
    default:
      return file(response, folder, pathname)
  }
}

function file(response: ServerResponse, folder: string, pathname: string): void {
  const type = types[extname(pathname)]
  if (!type) return void response.writeHead(404).end()
  const content = readFileSync(join(folder, normalize(pathname)))
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content)
}
