import { type Address, addressKey } from '../codes/address.ts'
import { secondsUntil } from '../codes/sendCode.ts'
import type { Consuming } from '../codes/store.ts'
import type { Core } from '../core.ts'
import { canReach, composeNotice } from '../messages/compose.ts'
import { day } from '../time.ts'
import type { AddressChange, KeptProfile } from './store.ts'
import { verifiedAddress } from './verifiedAddress.ts'

/**
 * An account replaces its number by another one at most three times in 30 days: what moves on more often is rather handed
 * around. A first number is no change, and neither is the same one again.
 */
const phoneChangeLimit = { most: 3, span: 30 * day }

/** How long a change of number counts, in milliseconds. */
export const phoneChangeSpan = phoneChangeLimit.span

/** The number was replaced too often; `retryAfter` whole seconds from now it may be again. */
export interface TooManyPhoneChanges {
  kind: 'tooManyPhoneChanges'
  retryAfter: number
}

/**
 * What a step is told that puts an address in the place of the verified one of its kind. The one that is replaced is told,
 * else the one that was `proven`.
 */
export function addressChange(
  core: Core,
  own: KeptProfile,
  change: { next: Address; proven: Address | undefined; consuming: Consuming[] },
): AddressChange {
  const { next, proven, consuming } = change
  const before = { phone: own.phone, email: own.email }
  const old = verifiedAddress(before, next.kind) ?? proven
  const isReplaced = old !== undefined && addressKey(old) !== addressKey(next) && canReach(core, old)
  const isPhoneChange = next.kind === 'phone' && before.phone !== null && before.phone !== next.e164
  return {
    before,
    next,
    consuming,
    notice: isReplaced ? composeNotice(core, old, 'addressChanged') : null,
    phoneChange: isPhoneChange ? { at: core.clock.now(), limit: phoneChangeLimit } : null,
  }
}

/** What the caller is told whose number may be replaced again at an instant. */
export function tooManyPhoneChanges(core: Core, { until }: { until: number }): TooManyPhoneChanges {
  return { kind: 'tooManyPhoneChanges', retryAfter: secondsUntil(until, core.clock.now()) }
}
