import { readFileSync } from 'node:fs'
import { createWordLists, type WordLists } from '@acct/core'
import { readAsset } from './assets.ts'
import type { Config } from './config.ts'
import { BadSetting } from './settings.ts'

type Files = Pick<Config, 'sensitiveWordsFile' | 'passwordBlocklistFile'>

/** How many entries the lists have. */
interface WordCounts {
  readonly words: number
  readonly passwords: number
}

/** Word lists that can be replaced under a running core. */
export interface LoadedWordLists {
  readonly wordLists: WordLists
  /** Reads the operator's files again. Throws `BadSetting` for one that can not be read; the lists stay as they were. */
  readonly reload: () => WordCounts
}

/** Our sensitive words and the operator's lists. Throws `BadSetting` for a file that can not be read or is not UTF-8. */
export async function loadWordLists(files: Files): Promise<LoadedWordLists> {
  const ours = wordsOf((await readAsset('sensitive-words.txt')).toString())
  const load = () => {
    const words = [...ours, ...readWords(files)]
    const passwords = readPasswords(files)
    return {
      lists: createWordLists({ words, passwords }),
      counts: { words: words.length, passwords: passwords.length },
    }
  }
  let current = load()
  return {
    wordLists: {
      forbids: (text) => current.lists.forbids(text),
      isCommonPassword: (password) => current.lists.isCommonPassword(password),
    },
    reload: () => {
      current = load()
      return current.counts
    },
  }
}

/**
 * The lists as they hold for an operator: names are theirs to choose, and the file of passwords is read when one is set,
 * so that a bad file keeps nobody from locking an account.
 */
export const operatorWordLists = (files: Files): WordLists => ({
  forbids: () => false,
  isCommonPassword: (password) =>
    createWordLists({ words: [], passwords: readPasswords(files) }).isCommonPassword(password),
})

const readWords = ({ sensitiveWordsFile: file }: Files) =>
  file === undefined ? [] : wordsOf(readText('ACCT_SENSITIVE_WORDS', file))

// No comments here: a password may begin with any character.
const readPasswords = ({ passwordBlocklistFile: file }: Files) =>
  file === undefined ? [] : linesOf(readText('ACCT_PASSWORD_BLOCKLIST', file))

function readText(setting: string, file: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new BadSetting(setting, `the file '${file}' can not be read (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadSetting(setting, `the file '${file}' is not UTF-8`)
  }
}

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line !== '')

const wordsOf = (text: string) => linesOf(text).filter((line) => line.trim() !== '' && !line.startsWith('#'))
