// Each API's client is an entry of its own: `@acct/sdk/card`. What they have in common is here.
export type {
  Aborted,
  Answer,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from './runtime/answer.ts'
export type {
  AbortSignalLike,
  BlobLike,
  CallOptions,
  ClientOptions,
  FetchAnswer,
  FetchInit,
  FetchLike,
  FileInput,
  HeaderFields,
  NativeFile,
  UploadOptions,
} from './runtime/options.ts'
export { sessionToken } from './sessionToken.ts'
export { UnwrapError, unwrap } from './unwrap.ts'
