import { type Core, createCore } from '../core.ts'
import type { Stores } from '../ports.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { type FakeClock, fakeClock } from './clock.ts'
import { type FakeHasher, fakeHasher } from './hasher.ts'
import { seededRandom } from './random.ts'

/** A core whose time, chance and hashing are in the test's hands. */
export interface TestCore extends Core {
  clock: FakeClock
  hasher: FakeHasher
  /** The stores as they are, to put another core on them. */
  kept: Stores
}

const secret = new Uint8Array(32).fill(7)

/** Puts a core on some stores; two of them on the same stores are two processes. */
export function testCore(
  stores: Stores,
  options: { clock?: FakeClock; hasher?: FakeHasher; seed?: string; settings?: Partial<Settings> } = {},
): TestCore {
  const clock = options.clock ?? fakeClock()
  const hasher = options.hasher ?? fakeHasher()
  const settings = { ...defaultSettings, secret, ...options.settings }
  const core = createCore({ clock, hasher, random: seededRandom(options.seed), stores, settings })
  return { ...core, clock, hasher, kept: stores }
}
