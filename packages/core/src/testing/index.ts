export { type FakeClock, fakeClock } from './clock.ts'
export { type TestCore, testCore } from './core.ts'
export { type FakeHasher, fakeHasher } from './hasher.ts'
export { seededRandom } from './random.ts'
