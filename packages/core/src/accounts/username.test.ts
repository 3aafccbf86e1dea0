import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmail } from './email.ts'
import { readIdentifier } from './identifier.ts'
import { readUsername, usernameKey } from './username.ts'

// Letters whose cases or compositions are not one to one, beside everything else.
const tricky = Array.from('aΣσςßẞſıİiIÅKµŉǰΐὈᾳᾼΑΙʼnﬃǅⅷⓐ각ᄀ\u0307\u0345\u030c\u0301\u0308\u05b0\u3099')
const any = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...tricky), maxLength: 8 }),
)

describe('readUsername', () => {
  test.each(['a', 'li_lei', '李雷', 'Ünïcödé', '안녕', 'х', '😀', '12345', 'x'.repeat(64), '😀'.repeat(64)])(
    '%s is taken and shown as typed',
    (text) => expect(readUsername(text)?.shown).toBe(text),
  )

  test.each([
    ['nothing', ''],
    ['65 characters', '😀'.repeat(65)],
    ['a blank', 'a b'],
    ['an ideographic blank', 'a\u3000b'],
    ['a no-break space', 'a\u00a0b'],
    ['a line break', 'a\n'],
    ['a null', 'a\0'],
    ['a delete', 'a\u007f'],
    ['a zero-width space', 'a\u200bb'],
    ['a zero-width joiner', 'a\u200db'],
    ['a soft hyphen', 'a\u00adb'],
    ['a Hangul filler', '\u3164'],
    ['a half-width Hangul filler', '\uffa0'],
    ['a blank braille pattern', 'a\u2800'],
    ['a variation selector', '☺\ufe0f'],
    ['a tag', 'a\u{e0061}'],
    ['a right-to-left override', 'a\u202eb'],
    ['a direction isolate', 'a\u2066b'],
    ['a byte order mark', '\ufeffa'],
    ['a lone surrogate', 'a\ud800'],
    ['an unassigned code point', 'a\u0378'],
    ['a noncharacter', 'a\uffff'],
    ['a private-use code point', 'a\ue000'],
    ['an @', 'a@b'],
    ['a full-width @', 'a＠b'],
    ['a small @', 'a﹫b'],
    ['a character that decomposes to a blank', 'a\u00a8'],
    ['a phone number', '13812345678'],
    ['a phone number with separators', '138-1234-5678'],
    ['an international one', '+447911123456'],
  ])('%s is refused', (_what, text) => expect(readUsername(text)).toBeUndefined())
})

describe('usernameKey', () => {
  test.each([
    ['Li_Lei', 'ＬＩ＿ＬＥＩ'],
    ['straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['ὈΔΥΣΣΕΎΣ', 'ὀδυσσεύσ'],
    ['K', 'k'],
    ['ﬁn', 'FIN'],
    ['é', 'E\u0301'],
    ['ſ', 's'],
    ['ᾳ', 'ΑΙ'],
    ['Ǆ', 'ǆ'],
  ])('%s and %s are one name', (one, other) => expect(usernameKey(one)).toBe(usernameKey(other)))

  test.each([
    ['li', 'l1'],
    ['a', 'а'],
    ['李', '季'],
  ])('%s and %s are two', (one, other) => expect(usernameKey(one)).not.toBe(usernameKey(other)))

  test('is its own key, for every single code point and for any text', () => {
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const key = usernameKey(String.fromCodePoint(point))
      if (usernameKey(key) !== key) expect.fail(`U+${point.toString(16)}`)
    }
    fc.assert(
      fc.property(any, (text) => usernameKey(usernameKey(text)) === usernameKey(text)),
      { numRuns: 5000 },
    )
  })

  test('is the same for every composition of a text', () => {
    fc.assert(
      fc.property(any, (text) => {
        const key = usernameKey(text)
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(usernameKey(text.normalize(form))).toBe(key)
      }),
    )
  })

  test('is the same for every case of a text', () => {
    fc.assert(
      fc.property(any, (text) => {
        // In upper case an iota subscript becomes a letter that takes the marks after it: another text to the eye, too.
        fc.pre(!text.normalize('NFD').includes('\u0345'))
        const key = usernameKey(text)
        expect(usernameKey(text.normalize('NFKC').toUpperCase())).toBe(key)
        expect(usernameKey(text.normalize('NFKC').toLowerCase())).toBe(key)
      }),
    )
  })
})

describe('readIdentifier', () => {
  test.each([
    ['LI_Lei', { kind: 'username', key: 'li_lei' }],
    ['13812345678', { kind: 'phone', e164: '+8613812345678' }],
    ['+447911123456', { kind: 'phone', e164: '+447911123456' }],
    ['Han@Example.COM', { kind: 'email', key: 'han@example.com' }],
    ['', { kind: 'username', key: '' }],
  ])('%j', (text, identifier) => expect(readIdentifier(text)).toEqual(identifier))

  test('takes every possible username for one', () => {
    const likely = fc.oneof(any, fc.stringMatching(/^[+\d.@a-z-]{1,16}$/), fc.emailAddress())
    fc.assert(
      fc.property(likely, (text) => {
        const username = readUsername(text)
        if (username !== undefined) expect(readIdentifier(text)).toEqual({ kind: 'username', key: username.key })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('readEmail', () => {
  test.each(['a@b.cc', 'Han.Mei+acct@mail.Example.com', "o'hara@example.org"])('%s is one', (text) => {
    expect(readEmail(text)).toEqual({ shown: text, key: text.toLowerCase() })
  })

  test.each([
    '',
    'a',
    'a@',
    '@b.cc',
    'a@b',
    'a b@c.dd',
    'a@b..cc',
    'a@-b.cc',
    'a@b.cc\n',
    'ı@b.cc',
    'a@b@c.dd',
    `${'a'.repeat(65)}@b.cc`,
  ])('%j is none', (text) => expect(readEmail(text)).toBeUndefined())
})
