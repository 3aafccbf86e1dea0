import { readIdentifier } from '../accounts/identifier.ts'
import { type Address, addressKey } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import { canReach, composeNotice } from '../messages/compose.ts'
import type { Session } from '../sessions/session.ts'
import type { VerifiedAddresses } from './store.ts'
import { verifiedAddress } from './verifiedAddress.ts'

type Refusal = 'originalMismatch' | 'addressRefused' | 'taken' | 'sessionOver'

/**
 * Replaces the caller's verified phone or e-mail, or adds a first one. Whoever has a verified address shows that they
 * still have one (`original`: either of them, any spelling) besides the new one, by a code of the scope `change` each;
 * both are used up or neither. The old address is told, the other sessions of the account end. `next` is undefined where
 * what was typed is no address: `addressRefused`, told after `originalMismatch` and before any code is looked at.
 */
export async function changeAddress(
  core: Core,
  input: {
    session: Session
    original?: { address: string; code: string } | undefined
    next: Address | undefined
    nextCode: string
  },
): Promise<{ kind: 'changed' } | CodeFailure | { kind: Refusal }> {
  const { session, original, next, nextCode } = input
  for (;;) {
    const own = await core.stores.profile.readOwn(session)
    if (own === undefined) return { kind: 'sessionOver' }
    const before = { phone: own.phone, email: own.email }
    const proven = original && ownAddress(before, original.address)
    const isFirst = original === undefined && own.phone === null && own.email === null
    if (proven === undefined && !isFirst) return { kind: 'originalMismatch' }
    if (next === undefined) return { kind: 'addressRefused' }

    // In the order of the fields: the first that fails is the one that is told.
    const codes = original && proven ? [consuming(core, proven, 'change', original.code)] : []
    codes.push(consuming(core, next, 'change', nextCode))
    const old = verifiedAddress(before, next.kind) ?? proven
    const isReplaced = old !== undefined && addressKey(old) !== addressKey(next) && canReach(core, old)
    const outcome = await core.stores.profile.changeAddress(session, {
      before,
      next,
      consuming: codes,
      notice: isReplaced ? composeNotice(core, old, 'addressChanged') : null,
    })
    if (outcome.kind !== 'addressesChanged') return outcome
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
