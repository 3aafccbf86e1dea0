import type { Random } from './ports.ts'

/** A positive 53-bit integer, the largest that JSON carries exactly: an id that is neither sequential nor guessable. */
export function randomId(random: Random): number {
  const bytes = random.bytes(7)
  const id = bytes.reduce((sum, byte, index) => sum * 256 + (index === 0 ? byte & 0x1f : byte), 0)
  return id === 0 ? randomId(random) : id
}

/** 256 unguessable bits as 43 characters of base64url. */
export function randomText(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url')
}
