import { Unavailable } from '@acct/core'
import { createClient } from '@acct/sdk/card'
import Fastify from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHealth } from '../src/routes/health.ts'
import { trustsOf } from '../src/trusted.ts'
import { startTestServer } from './support/server.ts'

async function started(settings: Record<string, string> = {}) {
  const server = await startTestServer(settings)
  onTestFinished(() => server.stop())
  const ids = () => server.logged().flatMap(({ reqId }) => (typeof reqId === 'string' ? [reqId] : []))
  const ask = (headers = {}) => fetch(`${server.url}/card/user/getInfo`, { method: 'POST', headers })
  return { ...server, ids, ask }
}

describe('the id of a request', () => {
  it('is its own, and stands in every line about it', async () => {
    const { ask, ids } = await started()
    for (let time = 0; time < 3; time += 1) expect((await ask()).headers.get('x-request-id')).toBeNull()
    expect(ids()).toHaveLength(3)
    expect(new Set(ids()).size).toBe(3)
    const [first = ''] = ids()
    expect(first).toMatch(/^[\w-]{8}-1$/)
  })

  it('is told where something failed', async () => {
    const { server, url, logged } = await started()
    server.core.stores.credentials.findByIdentifier = () => Promise.reject(new Unavailable('away', { retryAfter: 1 }))
    const { status, headers } = await createClient({ baseUrl: `${url}/card` }).login({ username: 'a', password: 'b' })
    expect(status).toBe(503)
    const id = headers?.get('x-request-id')
    expect(logged().filter(({ reqId }) => reqId === id)).toMatchObject([
      { msg: 'a request could not be served' },
      { msg: 'request', status: 503 },
    ])
  })

  it.each([true, false])('is told where the server is not ready (draining: %s)', async (isDraining) => {
    const app = Fastify()
    serveHealth(app, {
      isDraining: () => isDraining,
      pingStore: () => Promise.reject(new Unavailable('away', { retryAfter: 1 })),
    })
    const { statusCode, headers, body } = await app.inject('/readyz')
    expect([statusCode, body]).toEqual([503, '{"status":"unavailable"}'])
    expect(headers['x-request-id']).toBe('req-1')
  })

  it('is a trusted proxy’s, which gets it back', async () => {
    const { ask, ids } = await started({ ACCT_TRUST_PROXY: '127.0.0.0/8' })
    const given = 'Root=1-67891233-abcdef012345678912345678'
    expect((await ask({ 'x-request-id': given })).headers.get('x-request-id')).toBe(given)
    expect(ids()).toEqual([given])
    expect((await ask()).headers.get('x-request-id')).toBeNull()
  })

  it.each(['', 'with blanks in it', 'a'.repeat(129), 'quo"te', '<b>'])(
    'is not what nobody should log: %j',
    async (given) => {
      const { ask, ids } = await started({ ACCT_TRUST_PROXY: '127.0.0.1' })
      expect((await ask({ 'x-request-id': given })).headers.get('x-request-id')).toBeNull()
      expect(ids()[0]).toMatch(/-1$/)
    },
  )

  it('is no stranger’s choice', async () => {
    const { ask, ids } = await started({ ACCT_TRUST_PROXY: '10.0.0.0/8' })
    expect((await ask({ 'x-request-id': 'mine' })).headers.get('x-request-id')).toBeNull()
    expect(ids()[0]).not.toBe('mine')
  })
})

it('a proxy is known by its address, in either way of writing', () => {
  const trusts = trustsOf(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32'])
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.1', '2001:db8::1']) expect(trusts(address)).toBe(true)
  for (const address of ['11.1.2.3', '::ffff:192.0.2.2', '2001:db9::1', '', undefined])
    expect(trusts(address)).toBe(false)
  expect(trustsOf([])('127.0.0.1')).toBe(false)
})
