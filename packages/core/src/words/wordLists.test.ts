import { describe, expect, it } from 'vitest'
import { createWordLists } from './wordLists.ts'

const forbids = (words: string[], text: string) => createWordLists({ words, passwords: [] }).forbids(text)

describe('forbids', () => {
  it.each([
    ['as it is', '赌博'],
    ['within a text', '一起赌博吧'],
    ['in traditional characters', '賭博'],
    ['with spaces', '赌 博'],
    ['with an ideographic space', '赌　博'],
    ['with a line break', '赌\n博'],
    ['with punctuation', '赌*博'],
    ['with an emoji', '赌👨‍👩‍👧博'],
    ['with something unseen', '赌\u200b\ufeff\u2060博'],
    ['with a variation selector', '赌\ufe0f博'],
    ['with a blank filler', '赌\u3164博'],
    ['with marks above and below', '赌\u0336\u0308博\u0489'],
    ['with an ornament', '赌丨丶博'],
    ['with a modifier letter', '赌ー博'],
    ['with half a surrogate pair', '赌\ud800博'],
  ])('a Chinese word %s', (_how, text) => expect(forbids(['赌博'], text)).toBe(true))

  it.each([
    ['as it is', 'casino'],
    ['in another case', 'CaSiNo'],
    ['full-width', 'ｃａｓｉｎｏ'],
    ['circled', 'ⓒⓐⓢⓘⓝⓞ'],
    ['bold', '𝗰𝗮𝘀𝗶𝗻𝗼'],
    ['struck through', 'c\u0336a\u0336s\u0336i\u0336n\u0336o\u0336'],
    ['accented', 'cäsïnó'],
    ['spaced out', 'c a s i n o'],
    ['set apart by anything', 'c a.s_i🎲n\u200bo'],
    ['with signs', 'ca.si🎲no'],
    ['with something unseen', 'ca\u200bsino'],
    ['beside other words', 'my casino'],
    ['between signs', '~casino~'],
    ['among Chinese', '去casino玩'],
    ['before a number', 'casino888'],
    ['in a name with underscores', 'best_casino_ever'],
  ])('an English word %s', (_how, text) => expect(forbids(['casino'], text)).toBe(true))

  it.each([
    ['sex', 'Essex'],
    ['sex', 'Miss Exeter'],
    ['sex', 'unisex'],
    ['rape', 'grape'],
    ['rapist', 'therapist'],
    ['heroin', 'a hero in town'],
    ['heroin', 'hero_in_town'],
    ['heroin', 'heroine'],
    ['casino', 'ca\u200bsino\u200bs'],
    ['casino', 'casinoś'],
    ['секс', 'эссекс'],
    ['av女优', 'tav女优'],
    ['110', '11012345678'],
  ])('not %s in %s', (word, text) => expect(forbids([word], text)).toBe(false))

  it('a word with spaces of its own, with them and without', () => {
    for (const text of ['fake id', 'FakeID', 'fake  id', 'f a k e i d', 'a fake-id']) {
      expect([text, forbids(['fake id'], text)]).toEqual([text, true])
    }
    expect(forbids(['fake id'], 'fa keid')).toBe(false)
    expect(forbids(['fakeid', 'fake id'], 'a fake id')).toBe(true)
  })

  it('a word in a sign that stands for it', () => {
    expect(forbids(['株式会社'], '我的㍿')).toBe(true)
    expect(forbids(['10月'], '㋉')).toBe(true)
  })

  it('a word that is disguised in the list itself', () => {
    expect(forbids(['賭 博'], '赌博')).toBe(true)
    expect(forbids(['ＣＡＳＩＮＯ'], 'casino')).toBe(true)
  })

  it('a word behind one that is only part of another', () => {
    expect(forbids(['sex', 'sexual'], 'sexually, not sexual')).toBe(true)
    expect(forbids(['外围', '围赌博'], '外 围 赌博')).toBe(true)
  })

  it('nothing by a list without words, or by entries without letters', () => {
    expect(forbids([], '赌博')).toBe(false)
    expect(forbids(['***', ' ', ''], 'anything *** at all')).toBe(false)
    expect(forbids(['赌博'], '')).toBe(false)
  })
})

describe('isCommonPassword', () => {
  const { isCommonPassword } = createWordLists({ words: [], passwords: ['123456', 'Password1', ' 密码 '] })

  it.each(['123456', 'Password1', 'password1', 'PASSWORD1', ' 密码 '])('%j is one', (password) =>
    expect(isCommonPassword(password)).toBe(true),
  )

  it.each(['1234567', '12345', '１２３４５６', 'password1 ', '密码', ''])('%j is none', (password) =>
    expect(isCommonPassword(password)).toBe(false),
  )
})
