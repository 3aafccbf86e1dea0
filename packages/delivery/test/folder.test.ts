import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Blobs } from '@acct/core'
import { blobSuite } from '@acct/core/testing/suites'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folderBlobs } from '../src/index.ts'

const at = Date.UTC(2026, 5, 15, 4)
const name = `${'a-_Z9'.repeat(8)}123.jpg`
const bytes = Buffer.from('a picture')

function world() {
  const folder = mkdtempSync(join(tmpdir(), 'acct-blobs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, blobs: folderBlobs(folder, { now: () => at }) }
}

async function listed({ list }: Blobs) {
  const found: { name: string; writtenAt: number }[] = []
  for await (const each of list()) found.push(each)
  return found
}

blobSuite((clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'acct-blobs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folderBlobs(folder, clock)
})

describe('a folder of blobs', () => {
  it('gives back what was put in, dated by the clock, readable by its owner only', async () => {
    const { folder, blobs } = world()
    await blobs.put(name, bytes)
    expect(await blobs.read(name)).toEqual(bytes)
    expect(await listed(blobs)).toEqual([{ name, writtenAt: at }])
    expect(readdirSync(folder)).toEqual([name])
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })

  it('removes, and takes what is not there for removed', async () => {
    const { folder, blobs } = world()
    await blobs.put(name, bytes)
    await blobs.remove(name)
    await blobs.remove(name)
    expect(await blobs.read(name)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes no name twice', async () => {
    const { folder, blobs } = world()
    await blobs.put(name, bytes)
    await expect(blobs.put(name, Buffer.from('another'))).rejects.toThrow('EEXIST')
    expect(await blobs.read(name)).toEqual(bytes)
    expect(readdirSync(folder)).toEqual([name])
  })

  it.each([
    '../secret.jpg',
    `../${name}`,
    'short.jpg',
    `${name}.exe`,
    name.replace('.jpg', '.svg'),
    `/${name}`,
    '',
    '.',
  ])('has nothing called %s', async (bad) => {
    const { folder, blobs } = world()
    await expect(blobs.put(bad, bytes)).rejects.toThrow(RangeError)
    await expect(blobs.remove(bad)).rejects.toThrow(RangeError)
    expect(await blobs.read(bad)).toBeUndefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('tells what a put that was cut off has left, for somebody to sweep; it is never read', async () => {
    const { folder, blobs } = world()
    writeFileSync(join(folder, `${name}.draft`), 'half')
    writeFileSync(join(folder, 'README'), 'not ours')
    expect((await listed(blobs)).map((each) => each.name)).toEqual([`${name}.draft`])
    expect(await blobs.read(`${name}.draft`)).toBeUndefined()
    await blobs.remove(`${name}.draft`)
    expect(readdirSync(folder)).toEqual(['README'])
  })

  it('says so where it can not write', async () => {
    const { folder } = world()
    await expect(folderBlobs(join(folder, 'gone'), { now: () => at }).put(name, bytes)).rejects.toThrow('ENOENT')
  })
})
