import type { Identifier } from '../accounts/identifier.ts'
import { counterKey } from '../codes/code.ts'
import type { Core } from '../core.ts'

/** Whom password tries are counted against: an account, over all its identifiers. */
export function accountSubject(accountId: number): string {
  return `account:${accountId}`
}

/**
 * Tries for an identifier that names nobody are counted too, so that neither the lockout nor the writes tell it from an
 * account. Under a keyed hash: people type passwords into the wrong field, and it may name somebody who has left.
 */
export function unknownSubject(core: Core, identifier: Identifier): string {
  const key = identifier.kind === 'phone' ? identifier.e164 : identifier.key
  return `unknown:${counterKey(core, 'identifier', key)}`
}
