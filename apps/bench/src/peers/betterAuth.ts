import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import { ask, openAgent } from '../load/ask.ts'
import type { Ask } from '../load/jobs.ts'
import type { CodeDoor } from '../load/spend.ts'
import { emailOf, password, phoneOf, sessionTokenOf } from '../people/people.ts'
import { type Server, startServer } from '../servers/server.ts'
import { fillPeer } from './fill.ts'
import { peerFile } from './install.ts'

const json = { 'content-type': 'application/json' }

const session = (cookie: string): Ask => ({ method: 'GET', path: '/api/auth/get-session', headers: { cookie } })

/** better-auth with so many people: the server, one that caches sessions in cookies, and what to ask them. */
export async function startBetterAuth({ scope, cores, say }: Bench, people: number) {
  say(`filling better-auth with ${people.toLocaleString('en')} people`)
  const file = join(scope.folder('better-auth'), 'auth.db')
  const cookies = fillPeer<string[]>('betterAuth', file, people, sessionTokenOf)
  const start = (...words: string[]) =>
    startServer(scope, {
      command: [peerFile('betterAuth/server.mjs'), file, ...words],
      env: { NODE_ENV: 'production' },
      cores: cores?.server,
    })
  const server = await start()
  const caching = await start('--cookie-cache')
  return {
    server,
    caching,
    whoAmI: cookies.map(session),
    whoAmICached: (await cachedCookies(caching, cookies.slice(0, 1000))).map(session),
    logIn: (person: number): Ask => ({
      method: 'POST',
      path: '/api/auth/sign-in/email',
      headers: { ...json, origin: server.url },
      body: JSON.stringify({ email: emailOf(person), password }),
    }),
    door: doorOf(server),
  }
}

/**
 * Each session's cookie with the one that caches it, which the first answer sets. A thousand will do: the server looks
 * none of them up.
 */
async function cachedCookies({ url }: Server, cookies: readonly string[]): Promise<string[]> {
  const agent = openAgent()
  const cached: string[] = []
  for (const cookie of cookies) {
    const { headers } = await ask(agent, url, session(cookie))
    const set = (headers['set-cookie'] ?? []).map((each) => each.split(';', 1)[0] ?? '')
    const data = set.find((each) => each.startsWith('better-auth.session_data='))
    if (data === undefined) throw new Error('better-auth cached no session')
    cached.push(`${cookie}; ${data}`)
  }
  agent.destroy()
  return cached
}

const doorOf = ({ url }: Server): CodeDoor => ({
  url,
  request: (person) => ({
    method: 'POST',
    path: '/api/auth/phone-number/send-otp',
    headers: { ...json, origin: url },
    body: JSON.stringify({ phoneNumber: phoneOf(person) }),
  }),
  read: async (agent, person) => {
    const path = `/inbox?to=${encodeURIComponent(phoneOf(person))}`
    const { body } = await ask(agent, url, { method: 'GET', path })
    return (JSON.parse(body) as { code: string | null }).code
  },
  spend: (person, code) => ({
    method: 'POST',
    path: '/api/auth/phone-number/verify',
    headers: { ...json, origin: url },
    body: JSON.stringify({ phoneNumber: phoneOf(person), code }),
  }),
})
