interface Answer {
  readonly outcome: string
  readonly status: number
  readonly body: unknown
  readonly headers: AnswerHeaders | undefined
}
interface AnswerHeaders {
  get(name: string): string | null
  has(name: string): boolean
  forEach(callback: (value: string, name: string) => void): void
}
interface NetworkError {
  readonly outcome: 'networkError'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
  readonly cause: unknown
}
interface Timeout {
  readonly outcome: 'timeout'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
}
interface Aborted {
  readonly outcome: 'aborted'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
}
interface InvalidRequest {
  readonly outcome: 'invalidRequest'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
}
interface UndocumentedAnswer {
  readonly outcome: 'undocumentedAnswer'
  readonly status: number
  readonly body: unknown
  readonly headers: AnswerHeaders
}
interface ClientOptions {
  readonly baseUrl: string
  readonly fetch?: FetchLike | undefined
  readonly timeout?: number | undefined
  readonly signal?: AbortSignalLike | undefined
  readonly credentials?: 'include' | 'same-origin' | 'omit' | undefined
  readonly headers?: HeaderFields | (() => HeaderFields | Promise<HeaderFields>) | undefined
  readonly token?: string | (() => string | undefined | Promise<string | undefined>) | undefined
}
interface CallOptions {
  readonly signal?: AbortSignalLike | undefined
  readonly timeout?: number | undefined
  readonly headers?: HeaderFields | undefined
}
interface UploadOptions extends CallOptions {
  readonly onUploadProgress?: ((sent: number, total: number) => void) | undefined
}
type FileInput = BlobLike | Uint8Array | NativeFile
interface BlobLike {
  readonly size: number
  readonly type: string
  slice(start?: number, end?: number, contentType?: string): BlobLike
}
interface NativeFile {
  readonly uri: string
  readonly name?: string | undefined
  readonly type?: string | undefined
}
interface HeaderFields {
  readonly [name: string]: string
}
interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}
type FetchLike = (url: string, init: FetchInit) => Promise<FetchAnswer>
interface FetchInit {
  readonly method: string
  readonly headers: {
    [name: string]: string
  }
  readonly body?: string | PlatformForm
  readonly credentials?: 'include' | 'same-origin' | 'omit'
  readonly signal: PlatformSignal
}
interface FetchAnswer {
  readonly status: number
  readonly headers: AnswerHeaders
  text(): Promise<string>
}
type PlatformSignal = typeof globalThis extends {
  AbortSignal: {
    prototype: infer Signal
  }
}
  ? Signal
  : AbortSignalLike
type PlatformForm = typeof globalThis extends {
  FormData: {
    prototype: infer Form
  }
}
  ? Form
  : object

export type {
  Aborted as a,
  AbortSignalLike as e,
  Answer as d,
  AnswerHeaders as A,
  BlobLike as B,
  CallOptions as C,
  ClientOptions as c,
  FetchAnswer as f,
  FetchInit as g,
  FetchLike as h,
  FileInput as F,
  HeaderFields as H,
  InvalidRequest as I,
  NativeFile as i,
  NetworkError as N,
  Timeout as T,
  UndocumentedAnswer as U,
  UploadOptions as b,
}
