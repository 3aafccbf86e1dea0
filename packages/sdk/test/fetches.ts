import type { FetchAnswer, FetchInit, FetchLike } from '../src/runtime/options.ts'

/** A `fetch` that answers always the same, and what it was called with. */
export function recordingFetch(status: number, text: string) {
  const calls: { url: string; init: FetchInit }[] = []
  const fetch: FetchLike = async (url, init) => {
    calls.push({ url, init })
    return answer(status, async () => text)
  }
  return { fetch, calls }
}

/** An answer whose body comes from `text`. */
export const answer = (status: number, text: () => Promise<string>): FetchAnswer => ({
  status,
  headers: new Headers(),
  text,
})

/** Never settles, whatever its signal says. */
export const never = <Value>(): Promise<Value> => new Promise(() => {})
