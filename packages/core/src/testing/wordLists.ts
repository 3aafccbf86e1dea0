import type { WordLists } from '../ports.ts'

/** Word lists in a test's hands: a text with one of `words` in it is forbidden, one of `passwords` is too common. */
export interface FakeWordLists extends WordLists {
  words: Set<string>
  passwords: Set<string>
}

export function fakeWordLists(): FakeWordLists {
  const [words, passwords] = [new Set<string>(), new Set<string>()]
  return {
    words,
    passwords,
    forbids: (text) => [...words].some((word) => text.includes(word)),
    isCommonPassword: (password) => passwords.has(password),
  }
}
