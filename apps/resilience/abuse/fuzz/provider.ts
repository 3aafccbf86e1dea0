import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a provider should never answer; the token's last digit chooses. */
const nonsense = [
  '',
  '{',
  'null',
  '[]',
  '{"uid":{}}',
  '<html>',
  '{"uid":"__proto__","appkey":"202"}',
  '{"error":[]}',
  '{"uid":1e400,"appkey":202}',
  '\0',
]

/**
 * A stand-in for Weibo on a free port: a token `known-<uid>` is that person's, `odd-<n>` is answered with nonsense, all
 * others are invalid. Asked as QQ or WeChat it answers nonsense.
 */
export async function startProvider(): Promise<{
  settings: Readonly<Record<string, string>>
  close: () => Promise<void>
}> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://provider')
    const fields = new URLSearchParams(request.method === 'POST' ? await text(request) : searchParams)
    const token = fields.get('access_token') ?? ''
    const uid = /^known-(\d{1,10})$/.exec(token)?.[1]
    if (token.startsWith('odd-') || !/^\/(oauth2\/get_token_info|2\/users\/show\.json)$/.test(pathname)) {
      response.end(nonsense[Number(token.at(-1)) % nonsense.length] ?? '?')
    } else if (uid === undefined) {
      response.end(JSON.stringify({ error: 'invalid_access_token', error_code: 21332, request: pathname }))
    } else if (pathname.endsWith('token_info')) {
      response.end(
        JSON.stringify({ uid: Number(uid), appkey: 202, scope: null, create_at: 1352267591, expire_in: 157679471 }),
      )
    } else {
      response.end(JSON.stringify({ id: Number(uid), idstr: uid, screen_name: `微博${uid}`, gender: 'f' }))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: {
      ...{ ACCT_QQ_APP_IDS: '101', ACCT_WECHAT_APP_IDS: 'wx1', ACCT_WEIBO_APP_KEYS: '202' },
      ...{ ACCT_QQ_URL: url, ACCT_WECHAT_URL: url, ACCT_WEIBO_URL: url },
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
