import { type AnswerHeaders, createClient, type GetInfoOkBody, type LoginAnswer } from './generated/card/index.ts'
import type { AbortSignalLike, FetchLike } from './runtime/options.ts'
import { unwrap } from './unwrap.ts'

// Checked by `tsc`; nothing here runs.

/** Equal both ways, so that neither `any` nor a wider type slips through. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const isTrue = <T extends true>(): T | undefined => undefined

const card = createClient({ baseUrl: '/card' })

/** Every outcome has its case: this compiles, and stops to when the contract lists another. */
export function message(answer: LoginAnswer): string {
  switch (answer.outcome) {
    case 'ok':
    case 'invalidCredentials':
    case 'badRequest':
    case 'forbidden':
    case 'payloadTooLarge':
    case 'unsupportedMediaType':
    case 'tooManyRequests':
    case 'internalError':
    case 'unavailable':
      return answer.body.msg
    case 'networkError':
      return String(answer.cause)
    case 'timeout':
    case 'aborted':
    case 'invalidRequest':
      return answer.outcome
    case 'undocumentedAnswer':
      return String(answer.status)
    default:
      return answer satisfies never
  }
}

/** An outcome without a case is an error. */
export function forgetful(answer: LoginAnswer): string {
  if (answer.outcome === 'ok') return answer.body.msg
  // @ts-expect-error the other outcomes are left over
  return answer satisfies never
}

export async function types(answer: LoginAnswer): Promise<void> {
  if (answer.outcome === 'ok') {
    isTrue<Same<typeof answer.body.msg, '登录成功'>>()
    isTrue<Same<typeof answer.status, 200>>()
    isTrue<Same<typeof answer.headers, AnswerHeaders>>()
  }
  if (answer.outcome === 'undocumentedAnswer') isTrue<Same<typeof answer.body, unknown>>()
  const profile = await unwrap(card.getInfo())
  isTrue<Same<typeof profile, GetInfoOkBody>>()
  const settled = await card.getInfo()
  const body = unwrap(settled)
  isTrue<Same<typeof body, GetInfoOkBody>>()
}

export function requests(username: string | null | undefined): void {
  void card.login({ username })
  void card.login({})
  void card.logout({ timeout: 0, signal: new AbortController().signal })
  // @ts-expect-error a text is not a number
  void card.login({ username: 1 })
  // @ts-expect-error there is no such field
  void card.login({ name: 'li_lei' })
  // @ts-expect-error a route with fields takes them first
  void card.login()
  // @ts-expect-error a call's options have no base
  void card.logout({ baseUrl: '' })
}

/** Every platform's own fit. */
export const fits = {
  fetch: globalThis.fetch satisfies FetchLike,
  signal: AbortSignal.abort() satisfies AbortSignalLike,
}
