import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { hash } from '@node-rs/argon2'
import { pinned } from '../machine.ts'
import { password } from '../people/people.ts'
import { argon2Options } from './argon2.ts'
import { serverFile } from './server.ts'

export interface Hashing {
  /** In a second. */
  readonly rate: number
  /** Seconds of a core for each. */
  readonly cost: number
}

/** Raw Argon2 verifications on some cores, so many at once, in a process that does nothing else. */
export async function rawVerifications(cores: string | undefined, atOnce: number, seconds: number): Promise<Hashing> {
  const words = [serverFile('rawArgon2.mjs'), String(atOnce), String(seconds), await passwordHash(), password]
  const [program, ...rest] = pinned(cores, [process.execPath, ...words])
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`raw Argon2 ended with ${code}`)
  return JSON.parse(printed) as Hashing
}

let made: Promise<string> | undefined

/** A hash of everybody's password, with the shipped parameters. */
export function passwordHash(): Promise<string> {
  made ??= hash(password, argon2Options)
  return made
}
