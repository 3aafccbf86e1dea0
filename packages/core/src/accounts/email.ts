/** An e-mail address as it was typed, and the key under which it is unique. */
export interface Email {
  shown: string
  key: string
}

const form = /^[!-?A-~]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i

/**
 * An e-mail address, or undefined. ASCII only: folding the case of other letters would make addresses equal that belong
 * to different people (a dotless ı becomes an i).
 */
export function readEmail(text: string): Email | undefined {
  return text.length <= 254 && form.test(text) ? { shown: text, key: text.toLowerCase() } : undefined
}
