import type { Core, Session } from '@acct/core'
import type { Route, Variant } from '@acct/schema'
import type { Static, TObject } from '@sinclair/typebox'
import type { Said, Say } from './http/outcomes.ts'

/**
 * Joins a contract's route to an operation of the core. A variant's folder is made of nothing but these:
 * `ask` turns the request into the operation's input, `answers` turns each kind of result into an outcome.
 */

/** Fields as an operation's translator meets them: `null` is as good as absent. */
type Fields<Shape> = Shape extends TObject
  ? { readonly [Name in keyof Static<Shape>]: Exclude<Static<Shape>[Name], null> }
  : Readonly<Record<string, unknown>>

/** What a translator may look at. */
export interface Asked<R extends Route> {
  readonly body: Fields<R['body']>
  readonly query: Fields<R['query']>
  readonly params: Fields<R['params']>
  /** Where the request came from, the unit that limits count by: an IPv4 address or an IPv6 /64. */
  readonly source: string
}

export interface AskedBySession<R extends Route> extends Asked<R> {
  readonly session: Session
}

/** What the HTTP side hands to a handler. */
export interface Incoming<R extends Route> extends Asked<R> {
  /** The caller's session, looked up at the first call. */
  readonly findCaller: () => Promise<Session | undefined>
}

/** A route and what it does. The route is part of it, so that a handler can not be listed under another's name. */
export interface Handler<R extends Route> {
  readonly route: R
  readonly handle: (core: Core, incoming: Incoming<R>, say: Say<R>) => Promise<Said>
}

/** The handlers of a variant: one for each of its routes, or it does not compile. */
export type Handlers<V extends Variant> = { readonly [Name in keyof V['routes']]: Handler<V['routes'][Name]> }

type Operation<Input, Result> = (core: Core, input: Input) => Promise<Result>

/** An entry for each kind that the operation can return, or it does not compile. */
type Answers<R extends Route, Result extends { kind: string }> = {
  readonly [Kind in Result['kind']]: (result: Extract<Result, { kind: Kind }>, say: Say<R>) => Said
}

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && 'said' in value

function answer<R extends Route, Result extends { kind: string }>(
  result: Result,
  answers: Answers<R, Result>,
  say: Say<R>,
): Said {
  const kind = result.kind as Result['kind']
  return answers[kind](result as Extract<Result, { kind: typeof kind }>, say)
}

/** Binds a route that anybody may call. `ask` may already say an outcome, for a request that breaks a format rule. */
export function bind<R extends Route, Input, Result extends { kind: string }>(
  route: R,
  operation: Operation<Input, Result>,
  ask: (asked: Asked<R>, say: Say<R>) => Input | Said,
  answers: Answers<R, Result>,
): Handler<R> {
  return {
    route,
    handle: async (core, incoming, say) => {
      const input = ask(incoming, say)
      return isSaid(input) ? input : answer(await operation(core, input), answers, say)
    },
  }
}

/** Binds a route whose caller must be signed in; `otherwise` is its answer to everybody else. */
export function bindSignedIn<R extends Route, Input, Result extends { kind: string }>(
  route: R,
  otherwise: (say: Say<R>) => Said,
  operation: Operation<Input, Result>,
  ask: (asked: AskedBySession<R>, say: Say<R>) => Input | Said,
  answers: Answers<R, Result>,
): Handler<R> {
  return {
    route,
    handle: async (core, incoming, say) => {
      const session = await incoming.findCaller()
      if (session === undefined) return otherwise(say)
      const input = ask({ ...incoming, session }, say)
      return isSaid(input) ? input : answer(await operation(core, input), answers, say)
    },
  }
}
