/**
 * The id that somebody typed or pasted: its digits, or the link of a public page (what a QR code opens) or of a page of
 * ours. Undefined for anything else, and for numbers that no account can have.
 */
export function whoFrom(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim()
  const digits = /^(?:\S*\/(?:u|account\/people)\/)?([1-9]\d{0,15})\/?(?:[?#]\S*)?$/.exec(text)?.[1]
  const id = Number(digits)
  return digits !== undefined && Number.isSafeInteger(id) ? id : undefined
}
