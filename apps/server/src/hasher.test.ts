import { Unavailable } from '@acct/core'
import { describe, expect, it } from 'vitest'
import { argon2Hasher, shareOfCores } from './hasher.ts'

const cheap = { memory: 32, passes: 1, lanes: 1 }
const calm = { isCalm: () => true }

describe('processes that share a machine', () => {
  it.each([1, 2, 3, 64])('share the places in line: %d of them', (sharedBy) => {
    const { enter } = argon2Hasher(cheap, { calm, sharedBy })
    const leave = Array.from({ length: Math.ceil(256 / sharedBy) }, () => enter())
    expect(enter).toThrow(Unavailable)
    leave[0]?.()
    expect(enter).not.toThrow()
  })

  it('share its cores, and each has at least one', () => {
    const shares = (cores: number) => [1, 2, 3, 4, 64].map((sharedBy) => shareOfCores(cores, sharedBy))
    expect(shares(1)).toEqual([1, 1, 1, 1, 1])
    expect(shares(2)).toEqual([2, 1, 1, 1, 1])
    expect(shares(8)).toEqual([8, 4, 2, 2, 1])
  })
})
