import { exampleOf, methodsOf, type Outcome } from '@acct/schema'
import { type Contract, type NamedRoute, type Place, sharedOutcomes } from '../contract.ts'
import { bodyRowsOf, type FieldRow, rowsOf } from './fields.ts'

/** What the reference of a variant says, before it is Markdown or HTML. Texts may hold `code` in backticks. */
export interface Reference {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly routes: readonly RouteSection[]
  /** The outcomes that all routes share. */
  readonly shared: readonly OutcomeRow[]
  /** What answers where there is no route. */
  readonly elsewhere: readonly OutcomeRow[]
}

export interface RouteSection {
  readonly name: string
  readonly summary: string
  readonly description: string | undefined
  /** Those it answers, the one to use first. */
  readonly methods: string
  readonly path: string
  readonly signedIn: boolean
  readonly extension: boolean
  readonly request: readonly FieldRow[]
  readonly outcomes: readonly OutcomeRow[]
  /** Names of the shared outcomes that this route can answer too. */
  readonly shared: readonly string[]
}

export interface OutcomeRow {
  readonly name: string
  readonly status: number
  /** An example of the body, as JSON. */
  readonly body: string
  readonly description: string
  readonly headers: readonly { readonly name: string; readonly description: string; readonly extension: boolean }[]
  readonly extension: boolean
  /** The body's fields, where they are not all constants. */
  readonly fields: readonly FieldRow[]
}

/** Everything the reference of a variant says. */
export function referenceOf(contract: Contract): Reference {
  const { name, title, description, envelope } = contract.variant
  return {
    name,
    title,
    description,
    routes: contract.routes.map(sectionOf),
    shared: sharedOutcomes(contract).map(rowOf),
    elsewhere: [
      rowOf({ name: 'notFound', outcome: envelope.notFound }),
      rowOf({ name: 'methodNotAllowed', outcome: envelope.methodNotAllowed }),
    ],
  }
}

function sectionOf({ name, route, fields, outcomes }: NamedRoute): RouteSection {
  return {
    name,
    summary: route.summary,
    description: route.description,
    methods: methodsOf(route).join(', '),
    path: route.path,
    signedIn: route.caller === 'signedIn',
    extension: route.extension === true,
    request: fields.flatMap((field) => rowsOf(field.name, field.schema, field.required, placeOf(field.places))),
    outcomes: outcomes.filter(({ shared }) => !shared).map(rowOf),
    shared: outcomes.filter(({ shared }) => shared).map((outcome) => outcome.name),
  }
}

const placeNames = { params: 'path', query: 'query', body: 'body' } as const
const placeOf = (places: readonly Place[]) => places.map((place) => placeNames[place]).join(' and ')

function rowOf({ name, outcome }: { readonly name: string; readonly outcome: Outcome }): OutcomeRow {
  return {
    name,
    status: outcome.status,
    body: JSON.stringify(exampleOf(outcome.body)),
    description: outcome.description,
    headers: Object.entries(outcome.headers ?? {}).map(([header, { description, extension = false }]) => ({
      name: header,
      description,
      extension,
    })),
    extension: outcome.extension === true,
    fields: bodyRowsOf(outcome.body),
  }
}
