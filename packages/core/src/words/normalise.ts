/// <reference path="./opencc.d.ts" preserve="true" />
import { ConverterFactory } from 'opencc-js/core'
import traditional from 'opencc-js/dict/TSCharacters'

/** What stood between two letters: nothing, only what can not be seen, a sign, or at least one space. */
type Gap = 'none' | 'unseen' | 'sign' | 'space'

/** A text as words are looked for in it. */
export interface Normalised {
  /** Its letters and digits without anything between them, each in one form. */
  letters: string
  /** What stood before each UTF-16 unit of `letters`, and after the last. Both ends of the text are as good as spaces. */
  gaps: Gap[]
}

/**
 * Takes a text's disguise off: compatibility forms (full-width, circled, styled), case, traditional characters, marks above
 * and below, and what stands between letters, seen or not. Both a word and the text it is looked for in go through it.
 */
export function normalise(text: string): Normalised {
  let letters = ''
  let gap: Gap = 'space'
  const gaps: Gap[] = []
  for (const { 0: part, groups } of oneForm(text).matchAll(parts)) {
    if (groups?.letters === undefined) {
      if (letters !== '') gap = gapOf(part)
      continue
    }
    letters += part
    gaps.push(gap, ...Array.from<Gap>({ length: part.length - 1 }).fill('none'))
    gap = 'none'
  }
  return { letters, gaps: [...gaps, 'space'] }
}

let converter: ((text: string) => string) | undefined

/** Its table of characters is built by the first text. */
function simplified(text: string): string {
  converter ??= ConverterFactory([traditional])
  return converter(text)
}

/** Going down, up and down again folds what has several forms of one case, as in usernames. */
function oneForm(text: string): string {
  const unmarked = text
    .normalize('NFKD')
    .replace(/(?!\p{Default_Ignorable_Code_Point})\p{M}/gu, '')
    .normalize('NFC')
  return simplified(unmarked.toLowerCase().toUpperCase().toLowerCase())
}

// Modifier letters are no letters here, nor are fillers, nor the strokes that Chinese nicknames wear as ornaments.
const letter = String.raw`(?![丨丶丿乀乄灬\p{Default_Ignorable_Code_Point}])[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]`
const parts = new RegExp(`(?<letters>(?:${letter})+)|(?:(?!${letter}).)+`, 'gsu')

function gapOf(between: string): Gap {
  // Names that may not hold spaces are written with underscores.
  if (/[\p{White_Space}_]/u.test(between)) return 'space'
  return /^[\p{C}\p{Default_Ignorable_Code_Point}]+$/u.test(between) ? 'unseen' : 'sign'
}
