import { parseMobile } from '../phone.ts'
import { readEmail } from './email.ts'
import { usernameKey } from './username.ts'

/** What somebody may call an account by. Only verified phones and e-mails count. */
export type Identifier =
  | { kind: 'username'; key: string }
  | { kind: 'phone'; e164: string }
  | { kind: 'email'; key: string }

/**
 * Tells what an identifier is. No username contains `@` or reads as a phone number, so the three kinds never overlap, and
 * looking up the one that fits is the same as trying username, phone and e-mail in turn.
 */
export function readIdentifier(text: string): Identifier {
  const e164 = parseMobile(text, 'mainlandOrE164')
  if (e164 !== undefined) return { kind: 'phone', e164 }
  const email = readEmail(text)
  if (email !== undefined) return { kind: 'email', key: email.key }
  return { kind: 'username', key: usernameKey(text) }
}
