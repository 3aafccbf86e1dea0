import { expect, it } from 'vitest'
import { sessionToken } from './sessionToken.ts'

it.each([
  ['acct_session=abc; HttpOnly; Path=/', 'abc'],
  ['__Host-acct_session=abc; Secure; Path=/', 'abc'],
  ['other=1; Path=/; Expires=Sat, 21 Nov 2026 08:00:00 GMT, acct_session=a.b-c_d; Path=/', 'a.b-c_d'],
  ['acct_session=; Max-Age=0; Path=/', undefined],
  ['not_acct_session=abc', undefined],
  [undefined, undefined],
])('the token in %s is %s', (cookie, token) => {
  expect(sessionToken(new Headers(cookie === undefined ? {} : { 'set-cookie': cookie }))).toBe(token)
})
