import { BlockList, isIP } from 'node:net'

/** Whether a connection comes from a proxy of ours. */
export type Trusts = (address: string | undefined) => boolean

/** Understands a list of addresses and `address/prefix`, as the settings have checked them. */
export function trustsOf(proxies: readonly string[]): Trusts {
  if (proxies.length === 0) return () => false
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (address = '') => {
    const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
    const family = isIP(bare)
    return family !== 0 && list.check(bare, family === 4 ? 'ipv4' : 'ipv6')
  }
}
