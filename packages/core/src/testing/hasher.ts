import { setImmediate } from 'node:timers/promises'
import { Unavailable } from '../errors.ts'
import type { Hasher } from '../ports.ts'

/** A hasher that is fast, counts, and can be told to be overloaded or to have new parameters. */
export interface FakeHasher extends Hasher {
  /** How often each was asked. */
  hashed: number
  verified: number
  /** While true every computation throws `Unavailable`. */
  overloaded: boolean
  /** Today's parameters; a hash made with others needs an upgrade. */
  parameters: string
}

/** Its hashes are the passwords in plain sight, salted by a counter. Each computation lets others run first. */
export function fakeHasher(): FakeHasher {
  let salt = 0
  const compute = async () => {
    await setImmediate()
    if (hasher.overloaded) throw new Unavailable('the hasher is overloaded', { retryAfter: 1 })
  }
  const hasher: FakeHasher = {
    hashed: 0,
    verified: 0,
    overloaded: false,
    parameters: 'today',
    hash: async (password) => {
      hasher.hashed += 1
      await compute()
      salt += 1
      return [hasher.parameters, salt, password].join('$')
    },
    verify: async (hash, password) => {
      hasher.verified += 1
      await compute()
      return hash.split('$').slice(2).join('$') === password
    },
    enter: () => () => undefined,
    needsUpgrade: (hash) => hash.split('$')[0] !== hasher.parameters,
  }
  return hasher
}
