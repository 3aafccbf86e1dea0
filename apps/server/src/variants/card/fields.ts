import { codePoints, isWellFormed } from '@acct/core'

/** The document's format rules. They hold where a value is set; where one is checked, only the stored one counts. */

/** Usernames and passwords: 1–20 of A–Z, a–z, 0–9 and _. */
export const isWord = (value: string | undefined): value is string => value !== undefined && /^\w{1,20}$/.test(value)

/** What the login's `username` takes: a username of this document, or a mobile number in E.164. */
export const isLoginName = (value: string | undefined): value is string =>
  value !== undefined && (isWord(value) || /^\+\d{7,15}$/.test(value))

/** Whether a text is well-formed Unicode of `least` to `most` characters (code points). */
export const hasLength = (value: string | undefined, least: number, most: number): value is string =>
  value !== undefined && isWellFormed(value) && codePoints(value) >= least && codePoints(value) <= most
