import { d as Answer, A as AnswerHeaders } from './options.js'

export {
  a as Aborted,
  B as BlobLike,
  b as UploadOptions,
  C as CallOptions,
  c as ClientOptions,
  e as AbortSignalLike,
  F as FileInput,
  f as FetchAnswer,
  g as FetchInit,
  H as HeaderFields,
  h as FetchLike,
  I as InvalidRequest,
  i as NativeFile,
  N as NetworkError,
  T as Timeout,
  U as UndocumentedAnswer,
} from './options.js'

declare function sessionToken(headers: AnswerHeaders): string | undefined
declare class UnwrapError extends Error {
  readonly name = 'UnwrapError'
  readonly answer: Answer
  constructor(answer: Answer)
}
declare function unwrap<A extends Answer>(answer: Promise<A>): Promise<Body<A>>
declare function unwrap<A extends Answer>(answer: A): Body<A>
type Body<A extends Answer> = Extract<
  A,
  {
    readonly outcome: 'ok'
  }
>['body']

export { Answer, AnswerHeaders, sessionToken, UnwrapError, unwrap }
