import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Random } from '@acct/core'
import { seededRandom } from '@acct/core/testing'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { keptSecret, StartRefused } from './dataFolder.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acct-secret-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

describe('the kept secret', () => {
  it('is made once, for this user only', () => {
    const secret = keptSecret(folder, seededRandom('one'))
    expect(secret).toHaveLength(32)
    expect(keptSecret(folder, seededRandom('two'))).toEqual(secret)
    expect(readdirSync(folder)).toEqual(['secret'])
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is the first one’s where two processes make it at once', () => {
    let first: Uint8Array | undefined
    const second = seededRandom('second')
    // The first process finishes between the second one's look at the folder and its own attempt.
    const overtaken: Random = {
      bytes: (count) => {
        first ??= keptSecret(folder, seededRandom('first'))
        return second.bytes(count)
      },
    }
    expect(keptSecret(folder, overtaken)).toEqual(first)
    expect(readdirSync(folder)).toEqual(['secret'])
  })

  it.each([
    ['empty', ''],
    ['cut short', `${'a'.repeat(63)}\n`],
    ['unfinished', 'a'.repeat(64)],
    ['something else', `${'x'.repeat(64)}\n`],
  ])('that is %s stops the start and stays as it is', (_, content) => {
    const file = join(folder, 'secret')
    writeFileSync(file, content)
    expect(() => keptSecret(folder, seededRandom())).toThrow(StartRefused)
    expect(() => keptSecret(folder, seededRandom())).toThrow(/^[^\n]*secret' is damaged[^\n]*$/)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })

  it('that can not be made stops the start', () => {
    expect(() => keptSecret(join(folder, 'missing'), seededRandom())).toThrow(/can not be read or made \(ENOENT\)$/)
  })
})
