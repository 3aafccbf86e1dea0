import type { AnswerHeaders } from './runtime/answer.ts'

/**
 * The session token in the cookie that a login answers, for programs without a cookie jar: Node and workers keep no
 * cookies, so they hand the token to the client's `token` option instead. Undefined if no session was opened, and
 * always in browsers, which keep the cookie to themselves.
 */
export function sessionToken(headers: AnswerHeaders): string | undefined {
  return /(?:^|,\s*)(?:__Host-)?acct_session=([^;,\s]+)/.exec(headers.get('set-cookie') ?? '')?.[1]
}
