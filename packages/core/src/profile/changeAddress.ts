import { readIdentifier } from '../accounts/identifier.ts'
import { type Address, addressKey } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { addressChange, type TooManyPhoneChanges, tooManyPhoneChanges } from './addressChange.ts'
import type { AddressRefusal, KeptProfile, VerifiedAddresses } from './store.ts'
import { verifiedAddress } from './verifiedAddress.ts'
import { withOwn } from './withOwn.ts'

type Refusal = 'originalMismatch' | 'addressRefused' | 'taken' | 'sessionOver'

/**
 * Replaces the caller's verified phone or e-mail, or adds a first one. Whoever has a verified address shows that they
 * still have one (`original`: either of them, any spelling) besides the new one, by a code of the scope `change` each;
 * both are used up or neither. The old address is told, the other sessions of the account end. `next` is undefined where
 * what was typed is no address: `addressRefused`, told after `originalMismatch` and before any code is looked at. `taken`
 * and `tooManyPhoneChanges` (more than three in 30 days) are told after the right codes, which stay good.
 */
export async function changeAddress(
  core: Core,
  input: {
    session: Session
    original?: { address: string; code: string } | undefined
    next: Address | undefined
    nextCode: string
  },
): Promise<{ kind: 'changed' } | CodeFailure | TooManyPhoneChanges | { kind: Refusal }> {
  const { session, original, next, nextCode } = input
  const change = async (
    own: KeptProfile,
  ): Promise<{ kind: 'changed' } | AddressRefusal | { kind: 'originalMismatch' | 'addressRefused' }> => {
    const proven = original && ownAddress(own, original.address)
    const isFirst = original === undefined && own.phone === null && own.email === null
    if (proven === undefined && !isFirst) return { kind: 'originalMismatch' }
    if (next === undefined) return { kind: 'addressRefused' }
    // In the order of the fields: the first that fails is the one that is told.
    const codes = original && proven ? [consuming(core, proven, 'change', original.code)] : []
    codes.push(consuming(core, next, 'change', nextCode))
    const to = addressChange(core, own, { next, proven, consuming: codes })
    return core.stores.profile.changeAddress(session, to)
  }
  const outcome = await withOwn(core, session, change)
  switch (outcome.kind) {
    case 'phoneTaken':
    case 'emailTaken':
      return { kind: 'taken' }
    case 'tooManyPhoneChanges':
      return tooManyPhoneChanges(core, outcome)
    default:
      return outcome
  }
}

/** The verified address that a text names, in any spelling. */
function ownAddress(verified: VerifiedAddresses, text: string): Address | undefined {
  const identifier = readIdentifier(text)
  if (identifier.kind === 'username') return undefined
  const own = verifiedAddress(verified, identifier.kind)
  const key = identifier.kind === 'phone' ? identifier.e164 : identifier.key
  return own !== undefined && addressKey(own) === key ? own : undefined
}
