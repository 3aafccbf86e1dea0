import { readEmail } from '../accounts/email.ts'
import type { Address } from '../codes/address.ts'
import type { VerifiedAddresses } from './store.ts'

/** The verified address of a kind. */
export function verifiedAddress({ phone, email }: VerifiedAddresses, kind: Address['kind']): Address | undefined {
  if (kind === 'phone') return phone === null ? undefined : { kind, e164: phone }
  const read = email === null ? undefined : readEmail(email)
  return read && { kind, email: read }
}
