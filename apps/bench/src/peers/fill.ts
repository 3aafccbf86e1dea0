import { spawnSync } from 'node:child_process'
import { emailOf, password, phoneOf, usernameOf } from '../people/people.ts'
import { peerFile } from './install.ts'

/** Makes a peer's database with so many people, by a program of the peer's own; gives back what that answers. */
export function fillPeer<Answer>(
  peer: string,
  file: string,
  count: number,
  tokenOf: (person: number) => string,
): Answer {
  const people = Array.from({ length: count }, (_, person) => ({
    name: usernameOf(person),
    email: emailOf(person),
    phone: phoneOf(person),
    token: tokenOf(person),
  }))
  const input = JSON.stringify({ password, people })
  const options = { input, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [peerFile(`${peer}/fill.mjs`), file], options)
  if (status !== 0) throw new Error(`filling the database of ${peer} ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Answer
}
