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
  /** Nobody meant to make this request: a browser’s prefetch, or a picture tag on a foreign site. */
  readonly incidental: boolean
  /** What absolute links are built from, without a trailing slash. */
  readonly publicUrl: string
}

interface AskedBySession<R extends Route> extends Asked<R> {
  readonly session: Session
}

interface AskedByAnyone<R extends Route> extends Asked<R> {
  readonly session: Session | undefined
}

/** Who is calling. `nobody` presented no token at all, `unknown` one that stands for no session. */
export type Caller = { kind: 'session'; session: Session } | { kind: 'nobody' } | { kind: 'unknown' }

/** What the HTTP side hands to a handler. */
export interface Incoming<R extends Route> extends Asked<R> {
  /** Looks the caller’s token up. */
  readonly findCaller: () => Promise<Caller>
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
  readonly [Kind in Result['kind']]: (result: Extract<Result, { kind: Kind }>, say: Say<R>, asked: Asked<R>) => Said
}

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && 'said' in value

/** What became of an operation, in the contract's words. */
function answerOf<R extends Route, Result extends { kind: string }>(
  answers: Answers<R, Result>,
  result: Result,
  say: Say<R>,
  asked: Asked<R>,
): Said {
  const kind = result.kind as Result['kind']
  return answers[kind](result as Extract<Result, { kind: typeof kind }>, say, asked)
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
      return isSaid(input) ? input : answerOf(answers, await operation(core, input), say, incoming)
    },
  }
}

/** Binds a route that anybody may call, and that looks at who does. */
export function bindKnowingCaller<R extends Route, Input, Result extends { kind: string }>(
  route: R,
  operation: Operation<Input, Result>,
  ask: (asked: AskedByAnyone<R>, say: Say<R>) => Input | Said,
  answers: Answers<R, Result>,
): Handler<R> {
  return {
    route,
    handle: async (core, incoming, say) => {
      const caller = await incoming.findCaller()
      const session = caller.kind === 'session' ? caller.session : undefined
      const input = ask(Object.assign(incoming, { session }), say)
      return isSaid(input) ? input : answerOf(answers, await operation(core, input), say, incoming)
    },
  }
}

/** Binds a route whose caller must be signed in; `otherwise` is its answer to everybody else. */
export function bindSignedIn<R extends Route, Input, Result extends { kind: string }>(
  route: R,
  otherwise: (say: Say<R>, caller: Exclude<Caller, { kind: 'session' }>) => Said,
  operation: Operation<Input, Result>,
  ask: (asked: AskedBySession<R>, say: Say<R>) => Input | Said,
  answers: Answers<R, Result>,
): Handler<R> {
  return {
    route,
    handle: async (core, incoming, say) => {
      const caller = await incoming.findCaller()
      if (caller.kind !== 'session') return otherwise(say, caller)
      const input = ask(Object.assign(incoming, { session: caller.session }), say)
      return isSaid(input) ? input : answerOf(answers, await operation(core, input), say, incoming)
    },
  }
}
