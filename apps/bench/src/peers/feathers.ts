import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Ask } from '../load/jobs.ts'
import { emailOf, password } from '../people/people.ts'
import { startServer } from '../servers/server.ts'
import { fillPeer } from './fill.ts'
import { peerFile } from './install.ts'

/** Feathers with so many people: the server and what to ask it. */
export async function startFeathers({ scope, cores, say }: Bench, people: number) {
  say(`filling Feathers with ${people.toLocaleString('en')} people`)
  const file = join(scope.folder('feathers'), 'app.db')
  const tokens = fillPeer<{ id: number; token: string }[]>('feathers', file, people, () => '')
  const command = [peerFile('feathers/server.mjs'), file]
  return {
    server: await startServer(scope, { command, env: { NODE_ENV: 'production' }, cores: cores?.server }),
    whoAmI: tokens.map(
      ({ id, token }): Ask => ({ method: 'GET', path: `/users/${id}`, headers: { authorization: `Bearer ${token}` } }),
    ),
    logIn: (person: number): Ask => ({
      method: 'POST',
      path: '/authentication',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ strategy: 'local', email: emailOf(person), password }),
    }),
  }
}
