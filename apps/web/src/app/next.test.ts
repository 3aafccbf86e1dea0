import { describe, expect, it } from 'vitest'
import { nextFrom, signInFor } from './next.ts'

describe('the page after signing in', () => {
  it('is the page of the account that was asked for', () => {
    expect(nextFrom(new URL(signInFor('/account/people/42'), 'https://id.example.com').search)).toBe(
      '/account/people/42',
    )
  })

  it.each([
    '',
    '?next=',
    '?next=https://evil.example/account/profile',
    '?next=//evil.example/account/profile',
    '?next=/%5Cevil.example/account/profile',
    '?next=javascript:alert(1)',
    '?next=/account/../dev/inbox',
    '?next=/card/user/logout',
  ])('is the start for %j', (search) => {
    expect(nextFrom(search)).toBe('/')
  })
})
