import type { Pick } from './nicknames.ts'

/** Ways to write a word so that people read it and a plain search does not find it. */

const between = (word: string, separator: () => string) =>
  Array.from(word).join('\u0000').replaceAll('\u0000', separator)

const each = (word: string, change: (character: string) => string) => Array.from(word, change).join('')

const shift = (from: RegExp, by: number) => (character: string) =>
  from.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + by) : character

const fullWidth = shift(/[!-~]/, 0xff01 - 0x21)
const circledSmall = shift(/[a-z]/, 0x24d0 - 0x61)
const circledLarge = shift(/[A-Z]/, 0x24b6 - 0x41)
const circled = (character: string) => circledLarge(circledSmall(character))
const boldSmall = shift(/[a-z]/, 0x1d41a - 0x61)

// By hand, and not by the table that is under test.
const traditional = new Map(
  Array.from(
    '赌賭台臺钱錢杀殺猪豬盘盤学學历歷贷貸内內儿兒优優药藥摇搖头頭枪槍雇僱凶兇买買卖賣骚騷团團队隊统統场場网網单單骗騙发發票票银銀行行卡卡视視频頻聊聊黄黃贩販号號伪偽'.matchAll(
      /(.)(.)/gsu,
    ),
    ([, simplified = '', old = '']) => [simplified, old] as const,
  ),
)
const old = (character: string) => traditional.get(character) ?? character

const unseen = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u180e', '\u3164', '\ufe0f']
const spaces = [' ', '  ', '\u3000', '\u00a0', '\u2003', '\t']
const signs = ['.', '*', '-', '_', '·', '、', '/', '|', '~', '…', '+', '★']
const emoji = ['🔥', '🎲', '👨‍👩‍👧', '❤️', '🇨🇳', '👍🏽']
const marks = ['\u0301', '\u0336', '\u0308', '\u20dd', '\u0489', '\u0338']

export const disguises: Readonly<Record<string, (word: string, pick: Pick) => string>> = {
  'full-width': (word) => each(word, fullWidth),
  case: (word, pick) => each(word, (character) => pick([character.toUpperCase(), character.toLowerCase()])),
  traditional: (word) => each(word, old),
  'unseen characters between': (word, pick) => between(word, () => pick(unseen)),
  'spaces between': (word, pick) => between(word, () => pick(spaces)),
  'punctuation between': (word, pick) => between(word, () => pick(signs)),
  'emoji between': (word, pick) => between(word, () => pick(emoji)),
  'combining marks': (word, pick) => each(word, (character) => character + pick(marks)),
  'circled and bold letters': (word, pick) => each(word, (character) => pick([circled, boldSmall])(character)),
  mixed: (word, pick) =>
    each(word, (character) => {
      const shape = pick([fullWidth, circled, boldSmall, old, (same: string) => same])
      return shape(character) + pick(['', pick(marks)]) + pick(pick([unseen, spaces, signs, emoji]))
    }),
}
