import { codePoints, isWellFormed, parseMobile, passwordFits } from '@acct/core'

/** The number that both the path and the body must name; undefined if they do not agree on one. */
export function agreedNumber(inPath: string | undefined, inBody: string | number | undefined): string | undefined {
  const phone = numberOf(inPath)
  return phone !== undefined && numberOf(inBody) === phone ? phone : undefined
}

/** A mobile number in E.164: 11 mainland digits, or any with its + and country code. */
export const numberOf = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : parseMobile(String(value), 'mainlandOrE164')

/** A password that may be set: 1 to 128 characters, and no more bytes than can be checked later. */
export const mayBePassword = (value: string | undefined): value is string => value !== undefined && passwordFits(value)

/** The longest nickname, in characters. The document names no limit. */
const longestName = 64

export const mayBeName = (value: string | undefined): boolean =>
  value === undefined || (isWellFormed(value) && codePoints(value) <= longestName)
