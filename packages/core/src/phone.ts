import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'

/** How a number may be written: 11 digits of the Chinese mainland only, or these and full E.164 with `+`. */
export type PhoneFormat = 'mainland11' | 'mainlandOrE164'

/** A mobile number in E.164 (`+8613812345678`), or undefined if the text is not one, digit by digit. */
export function parseMobile(text: string, how: PhoneFormat): string | undefined {
  if (/^1\d{10}$/.test(text)) return validMobile(`+86${text}`)
  if (how === 'mainlandOrE164' && /^\+[1-9]\d{6,14}$/.test(text)) return validMobile(text)
  return undefined
}

/** How a number is shown: 11 digits for a mainland number, E.164 for others. */
export function formatPhone(e164: string): string {
  return e164.replace(/^\+86(?=1\d{10}$)/, '')
}

/**
 * Whether somebody could take the text for a mobile number: only letters and digits count, whatever stands between them
 * and whatever script the digits are written in, and the country code may come after `+`, after `00` or bare. The
 * mainland's form counts even where no operator has been given that range yet: it may be given tomorrow.
 */
export function readsAsPhone(text: string): boolean {
  return [text, text.normalize('NFKC')].some((form) => {
    const bare = asciiDigits(form).replace(/[^\p{L}\p{N}]/gu, '')
    if (/^1[3-9]\d{9}$/.test(bare)) return true
    const international = /^(?:00)?([1-9]\d{6,14})$/.exec(bare)?.[1]
    return international !== undefined && validMobile(`+${international}`) !== undefined
  })
}

// The `mobile` metadata knows the ranges of mobile numbers only, so that a valid number is a mobile one.
function validMobile(e164: string): string | undefined {
  const number = parsePhoneNumberFromString(e164)
  return number?.isValid() ? number.number : undefined
}

// Unicode keeps the ten digits of a script side by side, zero first. (The mathematical ones, where several sets touch,
// are ASCII after NFKC.)
function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let value = 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1
    return String(value)
  })
}
