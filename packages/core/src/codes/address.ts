import type { Email } from '../accounts/email.ts'

/** Where a message can go, and what its owner can prove to have. */
export type Address = { kind: 'phone'; e164: string } | { kind: 'email'; email: Email }

/** What all spellings of an address have in common. A number and an e-mail address never have the same. */
export function addressKey(address: Address): string {
  return address.kind === 'phone' ? address.e164 : address.email.key
}
