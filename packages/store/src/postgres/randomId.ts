import { randomBytes } from 'node:crypto'

/**
 * An id for a row that nobody chooses and nobody has to guess: below 2⁵², and all over that range, so that new rows spread
 * over a table that is divided by id. The other half of the numbers we can hold is for SQLite, which goes on counting from the
 * highest id after a copy.
 */
export function randomId(): number {
  const bytes = randomBytes(7)
  return (bytes.readUInt8(0) & 15) * 2 ** 48 + bytes.readUIntBE(1, 6)
}
