import type { LoginAnswer } from '@acct/sdk/community'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { retryAfter, type Sentences } from './outcomes.ts'
import { zh } from './zh.ts'

describe('a sentence', () => {
  it('is asked for by the compiler for every outcome, one that the API adds too', () => {
    const complete: Sentences<LoginAnswer> = zh.signIn.login
    // @ts-expect-error: `closed` has no sentence.
    const lacking: Sentences<LoginAnswer | { readonly outcome: 'closed' }> = zh.signIn.login
    expect(lacking).toBe(complete)
  })

  const words = (messages: object): [string, string][] =>
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'object'
        ? words(value).map(([below, text]): [string, string] => [`${key}.${below}`, text])
        : typeof value === 'string'
          ? [[key, value] as [string, string]]
          : [],
    )

  it.each(words(en))('is English in English: %s', (_, text) => {
    expect(text).toMatch(/\S/)
    expect(text).not.toMatch(/[\p{Script=Han}，。：；！？、]/u)
  })

  it.each(words(zh))('is Chinese in Chinese: %s', (_, text) => {
    expect(text).toMatch(/[\p{Script=Han}、]/u)
    expect(text).not.toMatch(/[!?;:]|\w\.$/)
  })
})

describe('the wait before another try', () => {
  const after = (value: string | null) => retryAfter({ outcome: 'tooOften', headers: { get: () => value } })

  it.each([
    ['58', 58],
    ['0.2', 1],
    ['0', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('is read from the answer: %s', (header, seconds) => {
    expect(after(header)).toBe(seconds)
  })

  it('is not there without an answer', () => {
    expect(retryAfter({ outcome: 'networkError', headers: undefined })).toBeUndefined()
  })

  it.each([
    [1, ' Try again in 1 second.', '请在 1 秒后再试。'],
    [58, ' Try again in 58 seconds.', '请在 58 秒后再试。'],
    [900, ' Try again in 15 minutes.', '请在 15 分钟后再试。'],
    [80_000, ' Try again in 23 hours.', '请在 23 小时后再试。'],
  ])('of %i seconds is said in a fitting unit', (seconds, english, chinese) => {
    expect([en.retryIn(seconds), zh.retryIn(seconds)]).toEqual([english, chinese])
  })
})
