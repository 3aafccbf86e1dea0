import { createHash } from 'node:crypto'
import type { Identifier } from '../accounts/identifier.ts'

/** Whom password tries are counted against: an account, over all its identifiers. */
export function accountSubject(accountId: number): string {
  return `account:${accountId}`
}

/**
 * Tries for an identifier that names nobody are counted too, so that neither the lockout nor the writes tell it from an
 * account. Hashed, because people type passwords into the wrong field.
 */
export function unknownSubject(identifier: Identifier): string {
  const key = identifier.kind === 'phone' ? identifier.e164 : identifier.key
  return `unknown:${createHash('sha256').update(`${identifier.kind}:${key}`).digest('base64url')}`
}
