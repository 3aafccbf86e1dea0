import type { Core } from '../core.ts'
import { readsAsPhone } from '../phone.ts'
import { codePoints } from '../text.ts'

/** An account's name as its owner typed it, and the key under which it is unique. */
export interface Username {
  shown: string
  key: string
}

const longest = 64

// Every control, format, private-use, unassigned and surrogate code point is in C; Z and White_Space are the spaces.
// The last two are blank although Unicode classes them as visible symbols.
const forbidden = /[@\p{C}\p{Z}\p{White_Space}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]/u

/**
 * A username, or undefined where the house rule forbids it: empty, longer than 64 code points, with a character that
 * cannot be seen or turns the text around, with `@` (it would read as an e-mail address), or reading as a phone number
 * (it would shadow somebody's). Each is looked for in the text as typed and in its compatibility form.
 */
export function readUsername(text: string): Username | undefined {
  if (text === '' || codePoints(text) > longest) return undefined
  if (forbidden.test(text) || forbidden.test(text.normalize('NFKC')) || readsAsPhone(text)) return undefined
  return { shown: text, key: usernameKey(text) }
}

/** A username as somebody chooses it: one that `readUsername` takes and that holds no forbidden word; else undefined. */
export function readNewUsername(core: Pick<Core, 'wordLists'>, text: string): Username | undefined {
  const username = readUsername(text)
  return username === undefined || core.wordLists.forbids(text) ? undefined : username
}

/**
 * What two spellings of one name have in common: compatibility form and case do not count. Taken apart first, because a
 * Greek iota subscript becomes a letter of its own in upper case and must be the last of its marks by then. Going down, up
 * and down again folds what has several forms of one case (ẞ, ß and ss; Σ, σ and ς).
 */
export function usernameKey(text: string): string {
  return text.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
}
