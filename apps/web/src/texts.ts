import { phoneFrom } from './address.ts'

/** Whether a text has the 6 to 64 characters that a password needs. Whether it is too common the server knows. */
export function isPassword(text: string): boolean {
  return lengthOf(text) >= 6 && lengthOf(text) <= 64
}

/** Characters as the server counts them: a picture sign is one. */
export const lengthOf = (text: string): number => [...text].length

/** Whether a text can be a username by its form. Whether it is free and harmless the server knows. */
export const isUsername = (text: string): boolean =>
  text !== '' && lengthOf(text) <= 64 && !/[\s@\p{Cc}]/u.test(text) && phoneFrom(text) === undefined
