import { type Address, addressKey } from '../codes/address.ts'
import type { Core } from '../core.ts'
import { canReach, composeNotice } from '../messages/compose.ts'
import { minute } from '../time.ts'
import type { Claim, Claims, KeptProfile } from './store.ts'
import { verifiedAddress } from './verifiedAddress.ts'

const notices = { phone: 'phoneClaimed', email: 'emailClaimed' } as const

/**
 * What a step is told about addresses that an owner typed. A verified address stays the one for signing in and recovery,
 * and is told of the one that is shown in its place, at most once a minute; a claim that stands already is no news.
 */
export function claimsOf(core: Core, own: KeptProfile, typed: Address[]): Claims {
  return {
    before: { phone: own.phone, email: own.email },
    addresses: typed.map((address) => claimOf(core, own, address)),
    quiet: minute,
  }
}

function claimOf(core: Core, own: KeptProfile, address: Address): Claim {
  const verified = verifiedAddress(own, address.kind)
  const isVerified = verified !== undefined && addressKey(verified) === addressKey(address)
  const isKnown = address.kind === 'phone' ? address.e164 === own.phoneClaim : address.email.shown === own.emailClaim
  const isTold = verified !== undefined && !isVerified && !isKnown && canReach(core, verified)
  return { address, isVerified, notice: isTold ? composeNotice(core, verified, notices[address.kind]) : null }
}
