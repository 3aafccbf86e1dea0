// Generated from packages/schema/src/community by `pnpm gen`: change the contract, not this file.
export type {
  Aborted,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from '../../runtime/answer.ts'
export type { CallOptions, ClientOptions, FileInput, UploadOptions } from '../../runtime/options.ts'
export { createClient } from './client.ts'
export type * from './types.ts'
