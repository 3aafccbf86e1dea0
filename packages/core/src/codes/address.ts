import type { Email } from '../accounts/email.ts'
import type { Identifier } from '../accounts/identifier.ts'

/** Where a message can go, and what its owner can prove to have. */
export type Address = { kind: 'phone'; e164: string } | { kind: 'email'; email: Email }

/** What all spellings of an address have in common. A number and an e-mail address never have the same. */
export function addressKey(address: Address): string {
  return address.kind === 'phone' ? address.e164 : address.email.key
}

/** What an address is called by when it identifies the account that has verified it. */
export function identifierOf(address: Address): Identifier {
  return address.kind === 'phone' ? address : { kind: 'email', key: address.email.key }
}
