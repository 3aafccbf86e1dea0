/** A body with what its header says it is; without a type none is said. */
export interface Encoded {
  readonly type: string | undefined
  readonly bytes: Buffer
}

/** Something that is done to a well-formed body. */
export type Damage = (encoded: Encoded) => Encoded

const typed =
  (type: string | undefined): Damage =>
  ({ bytes }) => ({ type, bytes })

const json =
  (text: string | Buffer): Damage =>
  () => ({ type: 'application/json', bytes: Buffer.from(text as string) })
const form =
  (text: string): Damage =>
  () => ({ type: 'application/x-www-form-urlencoded', bytes: Buffer.from(text) })
const part = (head: string, text = 'x') => `--b\r\n${head}\r\n\r\n${text}\r\n`
const multipart =
  (text: string): Damage =>
  () => ({ type: 'multipart/form-data; boundary=b', bytes: Buffer.from(text) })
const changed =
  (change: (bytes: Buffer) => Buffer): Damage =>
  ({ type, bytes }) => ({ type, bytes: change(bytes) })

/** A body of exactly so many bytes. */
const sized = (size: number) => `{"username":"${'x'.repeat(size - 15)}"}`
const limit = 64 * 1024

/** Every damage, by its index: an index can be drawn, shrunk and drawn again. */
export const damages: readonly Damage[] = [
  // Another type than it is, or one that nobody knows.
  ...[
    undefined,
    '',
    'text/plain',
    'application/xml',
    'application/octet-stream',
    ';;;',
    'application',
    '*/*',
    'x'.repeat(2000),
  ].map(typed),
  ...[
    'APPLICATION/JSON',
    'application/json; charset=utf-16',
    'application/json;charset=gbk',
    'application/json; foo',
    'application/json, text/plain',
    'application/vnd.api+json',
  ].map(typed),
  ...[
    'application/x-www-form-urlencoded; charset=latin1',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=""',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
    'multipart/mixed; boundary=b',
    'multipart/form-data; boundary=b; boundary=c',
  ].map(typed),
  // JSON that is none, or odd.
  ...[
    '',
    ' \n',
    'null',
    'true',
    '1',
    '"x"',
    '[]',
    '[{}]',
    '{',
    '{}{}',
    '{"a":1,}',
    "{'a':1}",
    '{"a":undefined}',
    'NaN',
    '{"a":1e999}',
    '{"username":1e400}',
  ].map(json),
  ...[
    '\ufeff{}',
    '{"username":"\0"}',
    '{"username":"\\ud800"}',
    '{"username":"x","username":"y"}',
    '{"__proto__":{"password":"x"}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"__proto__":null}',
    '{"a":{"__proto__":{}}}',
  ].map(json),
  ...[
    '['.repeat(20_000),
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    `{"phone":${'9'.repeat(5000)}}`,
    `{"username":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  ].map(json),
  json(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  json(Buffer.from('{"username":"x"}', 'utf16le')),
  json(Buffer.from([0xed, 0xa0, 0x80])),
  // Sizes around the limit.
  ...[limit - 1, limit, limit + 1, 2 * limit, 16 * limit].map((size) => json(sized(size))),
  // Forms.
  ...[
    '',
    '&',
    '=',
    '%',
    '%zz=%',
    'a=%ff%fe',
    'a=1&a=2',
    'a[b]=c&a[]=d',
    '__proto__=x&constructor=y',
    '+',
    'a=b;c=d',
    'username=x&username=x',
    '\0=\0',
    'username',
    '&&&&',
  ].map(form),
  form('a=b&'.repeat(10_000)),
  form(Array.from({ length: 5000 }, (_, index) => `f${index}=`).join('&')),
  form(`username=${'%41'.repeat(21_000)}`),
  form(`x=${'y'.repeat(limit)}`),
  // Multipart forms.
  multipart(''),
  multipart('--b'),
  multipart('--b--\r\n'),
  multipart(part('Content-Disposition: form-data; name="username"')),
  multipart(`${part('Content-Disposition: form-data; name="username"')}--b--`),
  multipart(`${part('Content-Disposition: form-data')}--b--`),
  multipart(`${part('Content-Type: text/plain')}--b--`),
  multipart(`${part('no header at all')}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="__proto__"')}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="constructor"; filename="x"')}--b--`),
  multipart(`${part(`Content-Disposition: form-data; name="${'n'.repeat(300)}"`)}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="username"').repeat(2)}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="a"').repeat(100)}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="avatar"; filename="x"').repeat(10)}--b--`),
  multipart(
    `${part('Content-Disposition: form-data; name="image"; filename="../../x"\r\nContent-Transfer-Encoding: base64')}--b--`,
  ),
  multipart(`${part(`Content-Disposition: form-data; name="a"\r\n${'X: y\r\n'.repeat(200)}X: z`)}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="username"', 'x'.repeat(limit + 1))}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="unknown"; filename="x"', 'x'.repeat(2 * limit))}--b--`),
  multipart(`${part('Content-Disposition: form-data; name="image"; filename="x"', 'x'.repeat(2 * limit))}`),
  // The body itself, hurt.
  changed((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))),
  changed((bytes) => Buffer.concat([bytes, bytes])),
  changed((bytes) => Buffer.concat([bytes, Buffer.from('\0')])),
  changed((bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes])),
  changed((bytes) => Buffer.from(bytes.toString('latin1').toUpperCase(), 'latin1')),
  changed((bytes) => Buffer.from(bytes).reverse()),
  changed((bytes) => Buffer.concat([bytes, Buffer.alloc(limit, 0x20)])),
]
