import type { TObject, TSchema } from '@sinclair/typebox'

/** The HTTP methods that the five documents use. */
export type Method = 'GET' | 'POST' | 'PUT'

/**
 * One way in which a call can end: what goes over the wire, and what it means.
 * `body` describes the whole JSON body; what never varies in it is a literal.
 */
export interface Outcome<Status extends number = number, Body extends TSchema = TSchema> {
  readonly status: Status
  readonly body: Body
  /** One sentence for the reader of types and reference: when a caller meets this outcome. */
  readonly description: string
  /** Response headers that come with this outcome, each with what it says. */
  readonly headers?: Readonly<Record<string, HeaderDescription>>
  /** Ours, not the document's. */
  readonly extension?: true
}

export interface HeaderDescription {
  readonly description: string
  /** Ours, not the document's. */
  readonly extension?: true
}

/** The outcomes that every route has, in its variant's own envelope. See `ProtocolOutcomes`. */
export type ProtocolName =
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'payloadTooLarge'
  | 'unsupportedMediaType'
  | 'tooManyRequests'
  | 'internalError'
  | 'unavailable'

/** A variant's protocol outcomes, and the two answers of a server that knows no such route. */
export type ProtocolOutcomes = Readonly<Record<ProtocolName | 'notFound' | 'methodNotAllowed', Outcome>>

/** One route of one document: what goes in, and the closed list of what can come out. */
export interface Route {
  readonly method: Method
  /** It only reads, and answers GET as well, its body's fields in the query. */
  readonly alsoGet?: true
  /** The path below the variant's mount, parameters as `:name`. */
  readonly path: string
  /** What the route does, in a few words. */
  readonly summary: string
  /** What a caller should know beyond that. */
  readonly description?: string
  /** The request's fields, by place. Every field has a `description`. */
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  /**
   * The outcomes that the document lists (and marked extensions): the plain success first, called `ok`, then the
   * others in the document’s order, which decides where several apply.
   */
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** Whether there is anything in it for a caller who is not signed in. */
  readonly caller: 'anyone' | 'signedIn'
  /** Where this route's protocol outcomes differ from the usual ones. */
  readonly protocol?: {
    /** Listed, because the document has no outcome for a caller who is not signed in. */
    readonly unauthorized?: true
    /** Not listed, because the document has an outcome of its own for it: its name. That outcome's body is constant. */
    readonly tooManyRequests?: string
    /** Likewise. */
    readonly internalError?: string
  }
  /** An envelope of this route's own, where the document writes it differently from its other routes. */
  readonly envelope?: ProtocolOutcomes
  /** The whole route is ours, not the document's. */
  readonly extension?: true
}

/** The methods that a route answers, the one to use first. */
export const methodsOf = ({ method, alsoGet }: Route): Method[] => [method, ...(alsoGet ? (['GET'] as const) : [])]

/** Declares a route. Returns it as it is: a contract is plain data, this only gives it its exact type. */
export const route = <const R extends Route>(declaration: R): R => declaration

/** One document: its envelope and its routes in the document's order. */
export interface Variant {
  /** Also the path it is mounted at. */
  readonly name: string
  readonly title: string
  /** What kind of API it is and how its callers are known, in a sentence or two. */
  readonly description: string
  readonly envelope: ProtocolOutcomes
  readonly routes: Readonly<Record<string, Route>>
}

/** Declares a variant, see `route`. */
export const variant = <const V extends Variant>(declaration: V): V => declaration
