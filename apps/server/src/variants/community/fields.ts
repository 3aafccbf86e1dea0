import {
  type Address,
  codePoints,
  type Identifier,
  parseMobile,
  passwordFits,
  readEmail,
  usernameKey,
} from '@acct/core'
import type { Said } from '../../http/outcomes.ts'
import { codeOf } from '../code.ts'

/** A mobile number in E.164, as this document writes it: country code and number, without `+`. */
export const numberOf = (phone: string): string | undefined => parseMobile(`+${phone}`, 'mainlandOrE164')

/** A number as this document writes it. */
export const phoneOf = (e164: string | null): string => e164?.slice(1) ?? ''

/** The address that a number names; undefined if it is none. */
export const phoneAddress = (phone: string): Address | undefined => {
  const e164 = numberOf(phone)
  return e164 === undefined ? undefined : { kind: 'phone', e164 }
}

/** The address that an e-mail names; undefined if it is none. */
export const emailAddress = (text: string): Address | undefined => {
  const email = readEmail(text)
  return email === undefined ? undefined : { kind: 'email', email }
}

/** 6 to 64 characters, and no more bytes than can be checked later. */
export const mayBePassword = (value: string): boolean =>
  codePoints(value) >= 6 && codePoints(value) <= 64 && passwordFits(value)

interface Names {
  readonly username?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/** Which of name, e-mail and number a request gives. An empty one is as absent. */
export const given = (names: Names): (keyof Names)[] =>
  (['username', 'email', 'phone'] as const).filter((kind) => names[kind] !== undefined && names[kind] !== '')

/** What a name, an e-mail or a number identifies; undefined for what nobody can have. */
export function identifierOf(kind: keyof Names, text: string): Identifier | undefined {
  if (kind === 'username') return { kind, key: usernameKey(text) }
  const address = kind === 'phone' ? phoneAddress(text) : emailAddress(text)
  if (address === undefined) return undefined
  return address.kind === 'phone' ? address : { kind: 'email', key: address.email.key }
}

interface CodeFields {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly smscode?: string | number | undefined
}

interface SayWhatIsMissing {
  readonly phoneMissing: () => Said
  readonly emailMissing: () => Said
  readonly moreThanOne: () => Said
  readonly codeMissing: () => Said
}

/**
 * The address and the code that three routes take alike, or what is missing of them, in the order of their documents. An
 * address that is malformed is undefined: no code was ever sent to it.
 */
export function addressAndCode(
  { email, phone, smscode }: CodeFields,
  say: SayWhatIsMissing,
): { address: Address | undefined; code: string } | Said {
  if (!email && !phone) return phone === '' || email === undefined ? say.phoneMissing() : say.emailMissing()
  if (email && phone) return say.moreThanOne()
  const code = codeOf(smscode)
  if (code === '') return say.codeMissing()
  return { address: phone ? phoneAddress(phone) : emailAddress(email ?? ''), code }
}
