import { setImmediate } from 'node:timers/promises'
import { Unavailable } from '../errors.ts'
import type { IdentityProvider, ProvenIdentity } from '../ports.ts'

/** A provider whose people, pictures and health are in the test's hands. */
export interface FakeProvider extends IdentityProvider {
  /** Whose each token is. */
  people: Map<string, ProvenIdentity>
  /** Its pictures by address. */
  pictures: Map<string, Uint8Array>
  /** While true it throws `Unavailable`, and has no picture. */
  unreachable: boolean
  /** How many pictures were fetched. */
  fetched: number
}

/** Knows nobody until somebody is put into `people`. Each question lets others run first. */
export function fakeProvider(): FakeProvider {
  const provider: FakeProvider = {
    people: new Map(),
    pictures: new Map(),
    unreachable: false,
    fetched: 0,
    prove: async ({ token, openid }) => {
      await setImmediate()
      if (provider.unreachable) throw new Unavailable('the provider can not be reached', { retryAfter: 5 })
      const person = provider.people.get(token)
      return person?.openid === openid ? person : { kind: 'notProven' }
    },
    fetchPicture: async (url) => {
      await setImmediate()
      provider.fetched += 1
      return provider.unreachable ? undefined : provider.pictures.get(url)
    },
  }
  return provider
}

/** Somebody of whom a provider tells nothing but who it is. */
export function provenAs(openid: string, about: Partial<ProvenIdentity> = {}): ProvenIdentity {
  const nothing = { unionId: null, nickname: null, gender: null, pictureUrl: null }
  return { kind: 'proven', appId: 'app', openid, ...nothing, ...about }
}
