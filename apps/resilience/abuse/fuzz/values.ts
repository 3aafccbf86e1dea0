import fc from 'fast-check'

/** Texts that programs have stumbled over: in parsers, in databases, in look-ups by name, in lengths. */
const notorious: readonly string[] = [
  ...['', ' ', '\0', 'a\0b', '\t', '\r\nSet-Cookie: stolen=1', '\u2028', '\ufeff', '\ufeffli_lei', '\u200b', '\u202eadmin'],
  ...['\ud800', 'a\udfff', '\udc00\ud800', '👩‍👩‍👧‍👦', 'é'.normalize('NFD'), 'a' + '\u0301'.repeat(500), '﷽', '\u{1d159}', '⠀'],
  // What becomes something else when it is normalised or folded.
  ...['ａｄｍｉｎ', 'ﬁle', '①③⑧', '㍿', 'İ', 'ı', 'ß', 'ẞ', 'K', 'Å', 'ς', '１３８１２３４５６７８', '١٣٨١٢٣٤٥٦٧٨', '＠', '／', '․․／'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'then', 'length'],
  ...['null', 'undefined', 'true', 'false', 'NaN', 'Infinity', '-0', '0x10', '1e309', '1e3', ' 1', '1.5', '00', '-1'],
  ...['9007199254740991', '9007199254740993', '18446744073709551616', '0'.repeat(400), '9'.repeat(400)],
  ...["'", '"', '\\', '`', "' or 1=1 --", '%', '%00', '%zz', '%s%n', '{{7*7}}', '${7*7}', '<script>alert(1)</script>'],
  ...['../../etc/passwd', '/files/../../acct.db', '/files/default-avatar.png', '/files/default-avatar.png\0', '//evil.example/x', 'https://evil.example/x.png', 'file:///etc/passwd', '/files/%2e%2e/x'],
  ...['2000-02-30', '2000-02-29', '1899-12-31', '9999-12-31', '0000-00-00', '+275760-09-13', '2000-01-01T24:00:00Z', '2000-01-01T00:00:00+99:99', '2000-1-1', '1900-01-01T00:00:00+14:00'],
  ...['+8613812345678', '008613812345678', '13812345678 ', '+86 138 1234 5678', '8613812345678', '12345678901', '+12025550123', '+447911123456', '+1', `+${'1'.repeat(3000)}`, '1'.repeat(5000)],
  ...['a@b', 'a@b.c', 'a@b.co', 'A@B.CO', `${'a'.repeat(64)}@b.co`, `${'a'.repeat(65)}@b.co`, `a@${'b.'.repeat(3000)}co`, `${'a'.repeat(20_000)}@`, `"a b"@c.de`, 'a@[127.0.0.1]', 'a@b.co\r\nBcc: x@y.zz', `a@${'-'.repeat(60)}.co`],
  ...['x'.repeat(20), 'x'.repeat(21), '李'.repeat(64), '李'.repeat(65), '😀'.repeat(100), '😀'.repeat(101), 'x'.repeat(128), 'x'.repeat(129), 'x'.repeat(20_000)],
  ...['acct_s_', `acct_s_${'A'.repeat(43)}`, `acct_a_${'A'.repeat(43)}`, `acct_r_${'A'.repeat(43)}`, `acct_t_${'A'.repeat(43)}`, `acct_s_${'A'.repeat(44)}`, `acct_x_${'A'.repeat(43)}`],
  ...['special', 'default', '分组1', 'admin', 'root', '法轮功', '法 轮\u200b功', '0', '1', '000000', '999999', '12345', '1234567', '１２３４５６', '12345\0'],
]

/** A text that nobody means well. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...notorious), weight: 6 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }), weight: 1 },
  { arbitrary: fc.string({ maxLength: 30 }), weight: 1 },
)

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: [nested(depth - 1)] })

/** Values of JSON, of any type. What JSON can not hold (`1e400`) is written by `bodies.ts`. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: hostileText, weight: 5 },
  {
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, 1, -1, 2, 1.5, 1e21, 1e308, -1e308, 5e-324, 2 ** 53, -(2 ** 53), 13812345678, 123456],
      ...[[], {}, [[]], ['x'], [null], { $gt: '' }, { length: 1 }, { toString: 'x' }, nested(40)],
    ),
    weight: 3,
  },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
)

/** Names that a field can have and that no contract knows. */
export const strangeName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'role', 'level', 'id', 'a[b]', 'a.b', '', '\0'),
  hostileText,
)
