import type { zh } from './zh.ts'

/** The same keys in every language: Chinese is written first, and what another language lacks does not compile. */
export type Messages = Widened<typeof zh>

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widened<T[K]>
}
