import { type Outcome, outcomesOf, type ProtocolOutcomes, type Route, type Variant } from '@acct/schema'
import type { Static, TLiteral, TObject, TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { FastifyReply } from 'fastify'
import { endConnectionWhileDraining } from './draining.ts'

/** Something an answer does beside its body: set a cookie, add a header. */
export type Effect = (reply: FastifyReply) => void

/** An answer that a contract lists, ready to be sent. Only `say` and the protocol outcomes make one. */
export interface Said {
  readonly said: CompiledOutcome
  readonly body: Buffer
  readonly effects: readonly Effect[]
}

/** An outcome of the contract, prepared once at start. */
interface CompiledOutcome {
  readonly name: string
  readonly status: number
  /**
   * Merges the given fields with the contract's constants, checks the whole and writes it as JSON. In bytes: as a text it
   * would be measured, joined to the head and encoded with it, each time anew.
   */
  readonly write: (fields: object | undefined) => Buffer
}

/** Whether a schema allows one value only: a literal, or an object without fields. */
type IsConstant<Schema extends TSchema> = Schema extends TLiteral
  ? true
  : Schema extends TObject<infer Fields>
    ? keyof Fields extends never
      ? true
      : false
    : false

/** The fields of a body that the contract does not already fix. */
type OpenFields<Body extends TSchema> =
  Body extends TObject<infer Fields>
    ? { [Name in keyof Fields as IsConstant<Fields[Name]> extends true ? never : Name]: Static<Fields[Name]> }
    : never

type SayArguments<Body extends TSchema> = keyof OpenFields<Body> extends never
  ? [body?: Record<string, never>, ...effects: Effect[]]
  : [body: OpenFields<Body>, ...effects: Effect[]]

/**
 * One function for each outcome that the document gives a route: says it, with the body that the contract asks for. Of
 * the protocol outcomes only those that an operation or a format rule can lead to.
 */
export type Say<R extends Route> = {
  readonly [Name in keyof R['outcomes']]: (...spoken: SayArguments<R['outcomes'][Name]['body']>) => Said
} & {
  /** A value that no outcome of the document fits. */
  readonly badRequest: () => Said
  readonly forbidden: () => Said
} & (R extends { protocol: { unauthorized: true } } ? { readonly unauthorized: () => Said } : unknown) &
  (R extends { protocol: { tooManyRequests: string } }
    ? unknown
    : { readonly tooManyRequests: (body: Record<string, never>, retryAfter: Effect) => Said })

/** A body that its contract does not list: a bug of ours, never sent. */
class UnlistedAnswer extends Error {
  override readonly name = 'UnlistedAnswer'
}

/** The only value that a schema allows, undefined if it allows several: see `IsConstant`. */
function constantOf(schema: TSchema): unknown {
  if ('const' in schema) return schema.const
  return schema.type === 'object' && Object.keys((schema as TObject).properties).length === 0 ? {} : undefined
}

const constantsOf = (schema: TSchema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<TSchema>((schema as TObject).properties ?? {})
      .map(([name, field]) => [name, constantOf(field)] as const)
      .filter(([, constant]) => constant !== undefined),
  )

/** Prepares an outcome: a body without open fields is written once, any other is checked each time it is said. */
function compileOutcome(name: string, { status, body }: Outcome): CompiledOutcome {
  const constants = constantsOf(body)
  if (Object.keys(constants).length === Object.keys((body as TObject).properties ?? {}).length) {
    const whole = Buffer.from(JSON.stringify(constants))
    return { name, status, write: () => whole }
  }
  const shape = TypeCompiler.Compile(body)
  const names = Object.keys((body as TObject).properties)
  return {
    name,
    status,
    write: (fields) => {
      const whole = bodyOf(names, constants, fields as Fields | undefined)
      if (!shape.Check(whole)) {
        // The path only: a value in a log line could be somebody's address.
        throw new UnlistedAnswer(
          `the body of '${name}' does not fit its contract at '${shape.Errors(whole).First()?.path}'`,
        )
      }
      return Buffer.from(JSON.stringify(whole))
    },
  }
}

type Fields = Readonly<Record<string, unknown>>

/** The documents print their fields in an order; a body keeps it, whatever order its own were given in. */
function bodyOf(names: readonly string[], constants: Fields, given: Fields = {}): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const name of names) {
    const value = given[name]
    body[name] = value === undefined ? constants[name] : value
  }
  return body
}

/** The `say` of a route, its functions made once. */
export function sayFor<R extends Route>(variant: Variant, route: R): Say<R> {
  const spoken = Object.entries(outcomesOf(variant, route)).map(([name, outcome]) => {
    const said = compileOutcome(name, outcome)
    return [name, (body?: object, ...effects: Effect[]): Said => ({ said, body: said.write(body), effects })] as const
  })
  return Object.fromEntries(spoken) as Say<R>
}

/** The answers that no operation gives: those of the HTTP machinery, in an envelope's own words. */
export type ProtocolSay = Readonly<Record<keyof ProtocolOutcomes, Said>>

export function protocolSayFor(envelope: ProtocolOutcomes): ProtocolSay {
  const spoken = Object.entries(envelope).map(([name, outcome]) => {
    const said = compileOutcome(name, outcome)
    return [name, { said, body: said.write(undefined), effects: [] } satisfies Said] as const
  })
  return Object.fromEntries(spoken) as unknown as ProtocolSay
}

const answerHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** Sends an answer of a variant. Nothing about an account may stay in a cache on the way. */
export function send(reply: FastifyReply, answer: Said): FastifyReply {
  for (const effect of answer.effects) effect(reply)
  endConnectionWhileDraining(reply)
  reply.outcome = answer.said.name
  return reply.code(answer.said.status).headers(answerHeaders).send(answer.body)
}
