import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { isPublicAddress, publicLookup } from './publicAddress.ts'

describe('addresses', () => {
  it.each(['1.1.1.1', '223.5.5.5', '172.15.255.255', '172.32.0.0', '2400:3200::1', '2606:4700:4700::1111'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    'nonsense',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('looking a name up', () => {
  const found = (addresses: LookupAddress[], all: boolean) =>
    new Promise((resolve) =>
      publicLookup((_, __, done) => done(null, addresses))('a.qlogo.cn', { all }, (error, ...address) =>
        resolve(error?.message ?? address),
      ),
    )
  const one = { address: '1.1.1.1', family: 4 }

  it('gives the addresses that were checked', async () => {
    expect(await found([one], false)).toEqual(['1.1.1.1', 4])
    expect(await found([one], true)).toEqual([[one]])
  })

  it.each([true, false])('gives none if one is private (all: %s)', async (all) => {
    expect(await found([one, { address: '::1', family: 6 }], all)).toBe('the host is not on the public internet')
    expect(await found([], all)).toBe('the host is not on the public internet')
  })

  it('tells that there is no such name', async () => {
    const noName = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    const told = new Promise((resolve) => publicLookup((_, __, done) => done(noName, []))('x', {}, resolve))
    expect(await told).toBe(noName)
  })
})
