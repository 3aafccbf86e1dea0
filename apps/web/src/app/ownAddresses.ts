import { useEffect, useState } from 'react'
import type { Address } from '../address.ts'
import { community } from '../api.ts'
import { type Me, useMe } from './session.tsx'

export interface OwnAddress {
  readonly address: Address
  /** Whether the owner has shown a code sent to it: only then it signs in, and codes to it count. */
  readonly verified: boolean
}

export interface OwnAddresses {
  readonly phone: OwnAddress | undefined
  readonly email: OwnAddress | undefined
}

/**
 * The caller’s own number and e-mail, and whether they are verified; undefined until that is known. The API shows a
 * claimed address like a verified one. But an address that an account has verified is claimed by no other, so one that is
 * shown to its owner and is registered can only be registered by them.
 */
export function useOwnAddresses(): OwnAddresses | undefined {
  const me = useMe()
  const [own, setOwn] = useState<OwnAddresses>()
  useEffect(() => {
    let current = true
    void look(me).then((found) => current && setOwn(found))
    return () => {
      current = false
    }
  }, [me])
  return own
}

async function look({ phone, mail }: Pick<Me, 'phone' | 'mail'>): Promise<OwnAddresses> {
  const [foundPhone, foundEmail] = await Promise.all([
    phone === '' ? undefined : ownAddress({ kind: 'phone', value: phone }),
    mail === '' ? undefined : ownAddress({ kind: 'email', value: mail }),
  ])
  return { phone: foundPhone, email: foundEmail }
}

async function ownAddress(address: Address): Promise<OwnAddress> {
  const { outcome } = await community.verifyAccount({ [address.kind]: address.value })
  // Where there is no telling (too many look-ups, no network), the usual case: the server decides anyway.
  return { address, verified: outcome !== 'ok' }
}

/** The addresses that codes can be sent to and count. */
export const verifiedAddresses = ({ phone, email }: OwnAddresses): readonly Address[] =>
  [phone, email].flatMap((own) => (own?.verified ? [own.address] : []))

/** The address that shows that the account is still its owner’s: the verified number, else the verified e-mail. */
export const provingAddress = (own: OwnAddresses): Address | undefined => verifiedAddresses(own)[0]
