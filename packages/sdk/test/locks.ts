/** `navigator.locks` as browsers have it: one at a time of each name, in the order of the requests. */
export function webLocks() {
  const last = new Map<string, Promise<unknown>>()
  return {
    request: (name: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) => {
      const before = last.get(name) ?? Promise.resolve()
      const given = new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        before.then(() => resolve())
      })
      const done = given.then(work)
      last.set(name, Promise.all([before, done.catch(() => {})]))
      return done
    },
  }
}
