/** The length of a text in Unicode code points: what the documents call characters. */
export function codePoints(text: string): number {
  return Array.from(text).length
}

/** Whether a text is free of lone surrogates. One that is not has no UTF-8, so it cannot be stored or hashed as it is. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
