/**
 * A mobile number as the `community` API takes it, country code and number without `+`, from what people type: 11
 * digits for mainland China, and elsewhere `+` or `00` before the country code. Blanks, dashes, brackets and full-width
 * digits are fine. Undefined for what can be no number; whether it is a mobile one is for the server to say.
 */
export function phoneFrom(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replace(/[\s().‐-―-]/g, '')
  const mainland = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/.exec(text)
  if (mainland) return `86${mainland[1]}`
  return /^(?:\+|00)([1-9]\d{6,14})$/.exec(text)?.[1]
}

/** What could be an e-mail address; whether it is one is for the server to say. */
export function emailFrom(typed: string): string | undefined {
  const text = typed.trim()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined
}

/** Where a code can be sent. */
export type Address =
  | { readonly kind: 'phone'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }

/** A number or an e-mail address, whichever was typed. */
export function addressFrom(typed: string): Address | undefined {
  const email = emailFrom(typed)
  if (email !== undefined) return { kind: 'email', value: email }
  const phone = phoneFrom(typed)
  return phone === undefined ? undefined : { kind: 'phone', value: phone }
}

/** A number as people read it. */
export function formatPhone(phone: string): string {
  const mainland = /^86(1\d{2})(\d{4})(\d{4})$/.exec(phone)
  return mainland ? mainland.slice(1).join(' ') : `+${phone}`
}

/** An address as people read it. */
export const formatAddress = ({ kind, value }: Address): string => (kind === 'phone' ? formatPhone(value) : value)
