/**
 * What is written along with the next step, by its outcome and in its transaction. A store's method begins its step in the
 * same turn in which it is called, so that whoever calls it says here what else belongs to that step, and the connection
 * takes it when the step begins.
 */
export interface Alongside<More> {
  /** Calls a method whose step `more` belongs to. Throws if it began none: then nothing was written along. */
  call<T>(more: More, method: () => Promise<T>): Promise<T>
  /** What belongs to the step that begins now; it belongs to no other. */
  take(): More | undefined
}

export function alongside<More>(): Alongside<More> {
  let next: More | undefined
  const take = () => {
    const more = next
    next = undefined
    return more
  }
  return {
    call: (more, method) => {
      next = more
      const called = method()
      if (take() !== undefined) throw new Error('what was called began no step in the turn in which it was called')
      return called
    },
    take,
  }
}
