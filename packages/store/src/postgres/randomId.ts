import { randomBytes } from 'node:crypto'

/**
 * An id for a row that nobody chooses and nobody has to guess: below 2⁵³, and all over that range, so that new rows spread
 * over a table that is divided by id.
 */
export function randomId(): number {
  const bytes = randomBytes(7)
  return (bytes.readUInt8(0) & 31) * 2 ** 48 + bytes.readUIntBE(1, 6)
}
