import { Unavailable } from '@acct/core'
import { blobSuite } from '@acct/core/testing/suites'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { s3Blobs } from '../src/index.ts'
import { type FakeS3, fakeS3 } from '../src/testing/s3.ts'

let s3: FakeS3
let buckets = 0

const name = `${'n'.repeat(43)}.jpg`

const open = (bucket = `bucket-${++buckets}`) =>
  s3Blobs({ bucket, prefix: 'pictures/', region: 'eu-central-1', endpoint: s3.endpoint, usePathStyle: true })

beforeAll(async () => {
  s3 = await fakeS3()
  for (const [variable, value] of Object.entries(s3.environment)) vi.stubEnv(variable, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await s3.stop()
})

blobSuite((clock) => {
  s3.clock = clock
  return open()
})

describe('a bucket', () => {
  it('has each file under the prefix, and lists only what is ours', async () => {
    const blobs = open('bucket-of-ours')
    await blobs.put(name, Uint8Array.of(1))
    s3.objects.set('bucket-of-ours/pictures/README.md', { bytes: Buffer.of(1), at: new Date() })
    s3.objects.set(`bucket-of-ours/${name}`, { bytes: Buffer.of(1), at: new Date() })
    expect(s3.objects.has(`bucket-of-ours/pictures/${name}`)).toBe(true)
    const names: string[] = []
    for await (const file of blobs.list()) names.push(file.name)
    expect(names).toEqual([name])
  })

  it.each(['../secret.jpg', `${name}.exe`, 'short.jpg', '', `a/${name}`])('has nothing called %s', async (bad) => {
    const blobs = open()
    await expect(blobs.put(bad, Uint8Array.of(1))).rejects.toThrow(RangeError)
    await expect(blobs.remove(bad)).rejects.toThrow(RangeError)
    expect(await blobs.read(bad)).toBeUndefined()
  })

  it('is unavailable where it refuses us, fails or is not there', async () => {
    const blobs = open()
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong')
    const wrong = open()
    await expect(wrong.read(name)).rejects.toThrow(/SignatureDoesNotMatch/)
    await expect(wrong.put(name, Uint8Array.of(1))).rejects.toThrow(Unavailable)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', s3.environment.AWS_SECRET_ACCESS_KEY)
    s3.broken = 500
    for (const attempt of [
      () => blobs.read(name),
      () => blobs.put(name, Uint8Array.of(1)),
      () => blobs.remove(name),
      () => blobs.list()[Symbol.asyncIterator]().next(),
    ]) {
      await expect(attempt()).rejects.toThrow(Unavailable)
    }
    s3.broken = undefined
    const gone = s3Blobs({ bucket: 'b', prefix: '', region: 'r', endpoint: 'http://127.0.0.1:1', usePathStyle: true })
    await expect(gone.read(name)).rejects.toThrow(Unavailable)
  })
})
