/** An account’s id, in digits or as a number; undefined if it is none. */
export function accountIdOf(id: string | number): number | undefined {
  const number = /^[1-9]\d{0,15}$/.test(String(id)) ? Number(id) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}
