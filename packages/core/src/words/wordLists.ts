import { AhoCorasick } from '@monyone/aho-corasick'
import type { WordLists } from '../ports.ts'
import { type Normalised, normalise } from './normalise.ts'

/**
 * Lists of sensitive words and of common passwords. A word is forbidden wherever it stands in a text and however it is
 * disguised (see `normalise`), with two exceptions for letters of an alphabet, where other words would be hit: it must not
 * begin or end within a longer word (“sex” in “Essex”), and spaces that are not its own count only where all of its
 * letters are set apart (“h e r o i n”, but not “a hero in town”). An entry without a letter or digit is none.
 * Passwords are compared as typed, but for their case: whoever guesses one tries both.
 */
export function createWordLists(lists: { words: readonly string[]; passwords: readonly string[] }): WordLists {
  let matches: ((normalised: Normalised) => boolean) | undefined
  let common: Set<string> | undefined
  return {
    forbids: (text) => {
      matches ??= matcherOf(lists.words)
      return matches(normalise(text))
    },
    isCommonPassword: (password) => {
      common ??= new Set(lists.passwords.map((each) => each.toLowerCase()))
      return common.has(password.toLowerCase())
    },
  }
}

/** Takes milliseconds for a few hundred words: made when the first text comes, not while a start is waited for. */
function matcherOf(words: readonly string[]): (normalised: Normalised) => boolean {
  const spacesOf = new Map<string, Set<number>>()
  for (const { letters, gaps } of words.map(normalise)) {
    if (letters === '') continue
    const spaces = spacesOf.get(letters) ?? new Set()
    for (const [at, gap] of gaps.entries()) if (gap === 'space') spaces.add(at)
    spacesOf.set(letters, spaces)
  }
  const matcher = new AhoCorasick([...spacesOf.keys()])
  return (normalised) => {
    const found = matcher.matchInText(normalised.letters)
    return found.some((match) => isMeant(normalised, match, spacesOf.get(match.keyword)))
  }
}

/** Whether a match is the word, and no accident of the letters around it or of the spaces left out of it. */
function isMeant(
  { letters, gaps }: Normalised,
  { begin, end }: { begin: number; end: number },
  ownSpaces: ReadonlySet<number> = new Set(),
): boolean {
  const cuts = (at: number) => (gaps[at] === 'none' || gaps[at] === 'unseen') && belongTogether(letters, at)
  if (cuts(begin) || cuts(end)) return false
  let hasForeignSpace = false
  let hasUnspacedLetters = false
  for (let at = begin + 1; at < end; at += 1) {
    if (ownSpaces.has(at - begin) || !belongTogether(letters, at)) continue
    if (gaps[at] === 'space') hasForeignSpace = true
    if (gaps[at] === 'none') hasUnspacedLetters = true
  }
  return !(hasForeignSpace && hasUnspacedLetters)
}

// Alphabets whose words are written with spaces between them.
const alphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const digit = /\p{N}/u

/** Whether the letters before and after a place would be one word, or its digits one number. */
function belongTogether(letters: string, at: number): boolean {
  const before = letters.charAt(at - 1)
  const after = letters.charAt(at)
  return [alphabetic, digit].some((kind) => kind.test(before) && kind.test(after))
}
