import type { AnswerHeaders } from './answer.ts'

/** What all calls of a client have in common. */
export interface ClientOptions {
  /** Where the API is, its mount included: `https://id.example.com/card`. A slash at the end makes no difference. */
  readonly baseUrl: string
  /** Sends the requests, in place of the platform's `fetch`. */
  readonly fetch?: FetchLike | undefined
  /** Milliseconds a call may take in all, reading the body included. 0 is no limit. By default 10 000. */
  readonly timeout?: number | undefined
  /** Ends every call of this client. */
  readonly signal?: AbortSignalLike | undefined
  /** Whether the browser sends and keeps the session cookie: by default `include`, to other origins too. */
  readonly credentials?: 'include' | 'same-origin' | 'omit' | undefined
  /** Headers of every request, or what makes them, asked before each request. */
  readonly headers?: HeaderFields | (() => HeaderFields | Promise<HeaderFields>) | undefined
  /** A session token, sent as `Authorization: Bearer …`, or what gives it, asked before each request. */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>) | undefined
}

/** What one call does differently. */
export interface CallOptions {
  /** Ends this call, as the client's `signal` does too. */
  readonly signal?: AbortSignalLike | undefined
  /** Milliseconds this call may take, in place of the client's `timeout`. 0 is no limit. */
  readonly timeout?: number | undefined
  /** Headers of this request, on top of the client's and stronger than they are. */
  readonly headers?: HeaderFields | undefined
}

/** What one call of a route that takes a file does differently. */
export interface UploadOptions extends CallOptions {
  /**
   * Told how many bytes of the request are sent, and how many there are. Only on platforms that know it: browsers and
   * React Native, and not with a `fetch` of your own or `credentials: 'omit'`; elsewhere it is never called.
   */
  readonly onUploadProgress?: ((sent: number, total: number) => void) | undefined
}

/** A file to send: a `Blob` or `File`, its bytes, or in React Native (only there) the object that stands for one. */
export type FileInput = BlobLike | Uint8Array | NativeFile

/** The part of `Blob` and `File` that tells them from everything else: every platform's own fit. */
export interface BlobLike {
  readonly size: number
  readonly type: string
  slice(start?: number, end?: number, contentType?: string): BlobLike
}

/** A file as React Native's pickers give it. */
export interface NativeFile {
  readonly uri: string
  readonly name?: string | undefined
  /** Its media type. */
  readonly type?: string | undefined
}

/** Headers by name. Case does not count. */
export interface HeaderFields {
  readonly [name: string]: string
}

/** The part of `AbortSignal` that is used here: every platform's own fits. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** The part of `fetch` that is used here: every platform's own fits. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchAnswer>

/** What `fetch` is given. */
export interface FetchInit {
  readonly method: string
  readonly headers: { [name: string]: string }
  /** JSON; with a file in it a multipart form, whose content type `fetch` writes by itself. */
  readonly body?: string | PlatformForm
  readonly credentials?: 'include' | 'same-origin' | 'omit'
  readonly signal: PlatformSignal
}

/** What `fetch` gives: the part of `Response` that is used here. */
export interface FetchAnswer {
  readonly status: number
  readonly headers: AnswerHeaders
  text(): Promise<string>
}

/**
 * `AbortSignal` where the project's types have one (DOM, Node, workers), else the part of it used here. A platform's
 * `fetch` takes nothing less than its own, and naming a type that a project lacks would break its build.
 */
type PlatformSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } } ? Signal : AbortSignalLike

/** `FormData` likewise. */
type PlatformForm = typeof globalThis extends { FormData: { prototype: infer Form } } ? Form : object
