import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Random } from './ports.ts'

const shortest = 32
const nonceLength = 12
const tagLength = 16

/** What is done with the operator's secret. It stays in here, so that no log and no dump of a core shows it. */
export interface Secrets {
  /** A keyed hash. Who has the database and not the secret can neither guess what is behind it nor make another. */
  hash(purpose: 'code' | 'counter', ...parts: string[]): Uint8Array
  /** Encrypts a text, so that nobody reads or changes it without the secret. */
  seal(text: string): Uint8Array
  /** The text that was sealed; undefined if the secret was another one or the bytes were changed. */
  open(sealed: Uint8Array): string | undefined
}

/** Derives a key for each use from one secret. Throws a RangeError for a secret below 32 bytes. */
export function createSecrets(secret: Uint8Array, random: Random): Secrets {
  if (secret.length < shortest) throw new RangeError(`a secret must have at least ${shortest} bytes`)
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `acct ${use}`, 32))
  const keys = { code: derive('code'), counter: derive('counter'), seal: derive('seal') }
  return {
    // JSON keeps the parts apart, whatever characters are in them.
    hash: (purpose, ...parts) => createHmac('sha256', keys[purpose]).update(JSON.stringify(parts)).digest(),
    seal: (text) => {
      const nonce = random.bytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce, { authTagLength: tagLength })
      const sealed = [cipher.update(text, 'utf8'), cipher.final()]
      return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed])
    },
    open: (sealed) => {
      const [nonce, tag, text] = [
        sealed.subarray(0, nonceLength),
        sealed.subarray(nonceLength, nonceLength + tagLength),
        sealed.subarray(nonceLength + tagLength),
      ]
      try {
        const decipher = createDecipheriv('aes-256-gcm', keys.seal, nonce, { authTagLength: tagLength }).setAuthTag(tag)
        return decipher.update(text, undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return undefined
      }
    },
  }
}
