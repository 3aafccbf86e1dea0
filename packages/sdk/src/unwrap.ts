import type { Answer } from './runtime/answer.ts'

/** The body of a call's success; of every other end, thrown as an error, `answer` tells what it was. */
export class UnwrapError extends Error {
  override readonly name = 'UnwrapError'
  readonly answer: Answer

  constructor(answer: Answer) {
    super(`The call ended as '${answer.outcome}' (status ${answer.status}).`, causeOf(answer))
    this.answer = answer
  }
}

/**
 * The body of a success, for those who want exceptions: of every outcome but `ok` it throws an `UnwrapError`.
 * Takes an answer, or the promise of one: `const profile = await unwrap(card.getInfo())`.
 */
export function unwrap<A extends Answer>(answer: Promise<A>): Promise<Body<A>>
export function unwrap<A extends Answer>(answer: A): Body<A>
export function unwrap(answer: Answer | Promise<Answer>): unknown {
  if (answer instanceof Promise) return answer.then((settled) => unwrap(settled))
  if (answer.outcome === 'ok') return answer.body
  throw new UnwrapError(answer)
}

/** The body of a route's success. */
type Body<A extends Answer> = Extract<A, { readonly outcome: 'ok' }>['body']

const causeOf = (answer: Answer) => ('cause' in answer ? { cause: answer.cause } : {})
