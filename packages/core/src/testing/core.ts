import { type Core, createCore } from '../core.ts'
import type { ProviderName } from '../identities/identity.ts'
import type { Stores } from '../ports.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { type FakeBlobs, fakeBlobs } from './blobs.ts'
import { type FakeClock, fakeClock } from './clock.ts'
import { type FakeHasher, fakeHasher } from './hasher.ts'
import { type FakeProvider, fakeProvider } from './identityProvider.ts'
import { type FakePictureMaker, fakePictureMaker } from './pictureMaker.ts'
import { seededRandom } from './random.ts'
import { type FakeWordLists, fakeWordLists } from './wordLists.ts'

/** What a test holds in its hands. */
interface Fakes {
  clock: FakeClock
  hasher: FakeHasher
  pictureMaker: FakePictureMaker
  blobs: FakeBlobs
  identityProviders: Record<ProviderName, FakeProvider>
  wordLists: FakeWordLists
}

/** A core whose time, chance and machinery are in the test's hands. */
export interface TestCore extends Omit<Core, keyof Fakes>, Fakes {
  /** The stores as they are, to put another core on them. */
  kept: Stores
}

const secret = new Uint8Array(32).fill(7)

/** Puts a core on some stores; two of them on the same stores, with the same files, are two processes. */
export function testCore(
  stores: Stores,
  options: Partial<Fakes> & { seed?: string; settings?: Partial<Settings> } = {},
): TestCore {
  const clock = options.clock ?? fakeClock()
  const fakes: Fakes = {
    clock,
    hasher: options.hasher ?? fakeHasher(),
    pictureMaker: options.pictureMaker ?? fakePictureMaker(),
    blobs: options.blobs ?? fakeBlobs(clock),
    identityProviders: options.identityProviders ?? {
      qq: fakeProvider(),
      wechat: fakeProvider(),
      weibo: fakeProvider(),
    },
    wordLists: options.wordLists ?? fakeWordLists(),
  }
  const links = { resetPassword: (ticket: string) => `https://id.example.com/reset-password?ticket=${ticket}` }
  const settings = { ...defaultSettings, secret, ...options.settings }
  return {
    ...createCore({ ...fakes, links, random: seededRandom(options.seed), stores, settings }),
    ...fakes,
    kept: stores,
  }
}
