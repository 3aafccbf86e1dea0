import fc from 'fast-check'
import { type FileName, known, literal, password, type Value } from './value.ts'
import { hostileJson, hostileText } from './values.ts'

/**
 * What the fields of the five documents mean, by their names: so that drawn requests get past the first check and reach
 * what lies behind it.
 */

const values = (...all: readonly unknown[]) => fc.constantFrom(...all.map(literal))
const number = fc.nat(99_999_999)
const fresh = (what: 'phone' | 'email' | 'username'): fc.Arbitrary<Value> =>
  number.map((number) => ({ is: 'fresh', what, number }))

const weighted = (...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<Value>])[]) =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const phone = weighted([5, fc.constant(known('phone'))], [1, fc.constant(known('phone', 'other'))], [4, fresh('phone')])
const email = weighted([5, fc.constant(known('email'))], [1, fc.constant(known('email', 'other'))], [4, fresh('email')])
const name = weighted(
  [5, fc.constant(known('username'))],
  [2, fc.constant(known('phone'))],
  [1, fc.constant(known('email'))],
  [1, fc.constant(known('username', 'other'))],
  [4, fresh('username')],
)
const rightPassword = weighted([6, values(password)], [1, values('wrong1234', password.toLowerCase(), 'short', '')])
const code = (to: 'address' | 'old' | 'new') =>
  weighted([8, fc.constant<Value>({ is: 'code', to })], [2, values('000000', '123456', 123456, 7, '', '12345')])
const picture = weighted(
  [4, fc.constant<Value>({ is: 'file', file: 'png' })],
  [
    2,
    fc
      .constantFrom<FileName>('tiny', 'wide', 'truncated', 'text', 'empty', 'bomb')
      .map((file) => ({ is: 'file', file })),
  ],
)
const flag = values(true, false, 0, 1, '0', '1', 'true', 2)
const id = weighted(
  [3, fc.constant(known('id', 'other'))],
  [2, fc.constant(known('id'))],
  [1, values('1', 4503599627370497, '0', -1)],
)

/** The first name that fits decides. */
const meanings: readonly (readonly [name: RegExp, meaning: fc.Arbitrary<Value>])[] = [
  [/^(phone|phone_number|telephone|new_phone)$/, phone],
  [/^(e?mail|new_email)$/, email],
  [/^(username|account|loginName)$/, name],
  [/^original_address$/, weighted([3, fc.constant(known('phone'))], [2, fc.constant(known('email'))], [1, values('')])],
  [/^(.*_pwd|.*passw(or)?d)$/, rightPassword],
  [/^new_code$/, code('new')],
  [/^original_code$/, code('old')],
  [/code$|^identifying$/, code('address')],
  [
    /^token$/,
    weighted([3, fc.constant(known('access'))], [2, fc.constant(known('session'))], [1, fc.constant(known('refresh'))]),
  ],
  [/^refreshToken$/, weighted([4, fc.constant(known('refresh'))], [1, fc.constant(known('access'))])],
  [/^ticket$/, weighted([4, fc.constant(known('ticket'))], [1, fc.constant(known('session'))])],
  [/^(id|uid|user_id|fans_before)$/, id],
  [/^group_name$/, values('special', 'default', '同学', '家人', '分组1', '', '赌博网站')],
  [/^(avatar|image)$/, picture],
  [/^gender$/, values('1', '0', 'm', 'w', true, false, 1, 0, 'x')],
  [/^birthday$/, values('2000-01-01', '2000-01-01T08:00:00+08:00', '1899-12-31', '2999-01-01', '2001-02-29')],
  [/^role$/, values('normal_user', 'vip_user', 'creator', 'admin', 'root')],
  [/^user_type$/, values('1', 1, '4', 4, '2', '3', '5')],
  [/^openid$/, number.map((each) => literal(String(1 + (each % 50))))],
  [/^is_display/, flag],
  [/nickname|^name$|statement|signature/, values('李雷', 'hello', '', 'x'.repeat(101), '赌博网站', '😀'.repeat(20))],
]

/** What somebody would put into a field who means well. */
export function plausible(field: string): fc.Arbitrary<Value> {
  const meaning = meanings.find(([pattern]) => pattern.test(field))?.[1]
  if (meaning === undefined) throw new Error(`nothing is known of the field '${field}': say in fields.ts what it means`)
  return meaning
}

/** What nobody would. */
export const hostile: fc.Arbitrary<Value> = weighted(
  [5, hostileText.map(literal)],
  [3, hostileJson.map(literal)],
  [1, fc.constantFrom<FileName>('png', 'text', 'empty').map((file) => ({ is: 'file', file }))],
)
