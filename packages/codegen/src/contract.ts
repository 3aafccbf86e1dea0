import { envelopeOf, fileFieldsOf, type Outcome, protocolNamesOf, type Route, type Variant } from '@acct/schema'
import { KindGuard, type TSchema } from '@sinclair/typebox'
import { assertNoFile, assertSupported } from './supported.ts'
import { typeName } from './text/names.ts'

/** One outcome of one route, with the name its type has. */
export interface NamedOutcome {
  readonly name: string
  readonly type: string
  readonly outcome: Outcome
  /** A protocol outcome in the variant's envelope, the same for all its routes. */
  readonly shared: boolean
}

/** One field of a request. */
export interface Field {
  readonly name: string
  readonly schema: TSchema
  readonly required: boolean
  /** Where it goes; a field that a document wants both in the path and in the body is in both. */
  readonly places: readonly Place[]
}

export type Place = 'params' | 'query' | 'body'

/** A route as every part of the generator reads it. */
export interface NamedRoute {
  readonly name: string
  readonly route: Route
  readonly fields: readonly Field[]
  readonly outcomes: readonly NamedOutcome[]
}

/** A variant as every part of the generator reads it. */
export interface Contract {
  readonly variant: Variant
  readonly routes: readonly NamedRoute[]
}

/** Reads a variant and refuses what can not be generated; the error names the place. */
export function readContract(variant: Variant): Contract {
  const routes = Object.entries(variant.routes).map(([name, route]) => ({
    name,
    route,
    fields: fieldsOf(name, route),
    outcomes: outcomesOf(variant, name, route),
  }))
  for (const { name, outcomes } of routes) {
    for (const { name: outcomeName, outcome } of outcomes) {
      assertSupported(outcome.body, `${name}.${outcomeName}.body`)
      assertNoFile(outcome.body, `${name}.${outcomeName}.body`)
    }
  }
  return { variant, routes }
}

/** Whether some field of the route's body is, or may be, a file. */
export const takesFile = ({ route }: NamedRoute): boolean => fileFieldsOf(route.body).length > 0

/** The protocol outcomes that some route of a variant shares with the others, each once, in the usual order. */
export function sharedOutcomes({ variant, routes }: Contract): NamedOutcome[] {
  const shared = routes.flatMap(({ outcomes }) => outcomes.filter((outcome) => outcome.shared))
  return Object.keys(variant.envelope).flatMap((name) => shared.find((outcome) => outcome.name === name) ?? [])
}

function outcomesOf(variant: Variant, routeName: string, route: Route): NamedOutcome[] {
  const documented = Object.entries(route.outcomes).map(([name, outcome]) => ({
    name,
    type: typeName(routeName, name),
    outcome,
    shared: false,
  }))
  const shared = route.envelope === undefined
  const protocol = protocolNamesOf(route).map((name) => ({
    name,
    type: shared ? typeName(name) : typeName(routeName, name),
    outcome: envelopeOf(variant, route)[name],
    shared,
  }))
  return [...documented, ...protocol]
}

/** The path's fields first: a field that is also in the body is typed as the path needs it. */
function fieldsOf(routeName: string, route: Route): Field[] {
  const fields = new Map<string, Field>()
  const files = fileFieldsOf(route.body).map(({ name }) => name)
  for (const place of ['params', 'query', 'body'] as const) {
    const object = route[place]
    if (!object) continue
    assertSupported(object, `${routeName}.${place}`)
    for (const [name, schema] of Object.entries(object.properties)) {
      const where = `${routeName}.${place}/properties/${name}`
      if (place !== 'body' || route.alsoGet) assertScalar(schema, where)
      if (place !== 'body' || route.alsoGet || !files.includes(name)) assertNoFile(schema, where)
      const required = object.required?.includes(name) ?? false
      const known = fields.get(name) ?? { name, schema, required: false, places: [] }
      fields.set(name, { ...known, required: known.required || required, places: [...known.places, place] })
    }
  }
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  if (inPath.join() !== Object.keys(route.params?.properties ?? {}).join()) {
    throw new TypeError(`${routeName}: the parameters of ${route.path} and its params differ`)
  }
  return [...fields.values()]
}

/** A URL has texts only: nothing in it is an object or a list. */
function assertScalar(schema: TSchema, place: string): void {
  const members = KindGuard.IsUnion(schema) ? schema.anyOf : [schema]
  if (members.some((member) => KindGuard.IsObject(member) || KindGuard.IsArray(member))) {
    throw new TypeError(`${place}: an object or a list can not be part of a URL`)
  }
}
