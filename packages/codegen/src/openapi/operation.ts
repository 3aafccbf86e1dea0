import { exampleOf, fileFieldsOf, type Method, type Route } from '@acct/schema'
import type { Field, NamedOutcome, NamedRoute } from '../contract.ts'
import { typeName } from '../text/names.ts'
import { jsonSchemaOf } from './schema.ts'

const bodyTypes = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']

/** A route as an OpenAPI operation: by its own method, or by GET with its fields in the query. */
export function operationOf({ name, route, fields, outcomes }: NamedRoute, method: Method): object {
  const inQuery = method !== route.method
  const parameters = fields.flatMap((field) => parametersOf(inQuery ? { ...field, places: ['query'] } : field))
  return {
    operationId: inQuery ? `${name}By${method}` : name,
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(route.extension && { 'x-acct-extension': true }),
    ...(route.caller === 'signedIn' && { security: securityOf(fields) }),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && !inQuery && { requestBody: requestBodyOf(typeName(name, 'request'), route.body) }),
    responses: responsesOf(outcomes),
  }
}

/** Where the document has a field for the token, OpenAPI has no scheme for it: the schemes may be left out then. */
function securityOf(fields: readonly Field[]): object[] {
  const schemes = [{ cookie: [] }, { bearer: [] }]
  return fields.some(({ name }) => name === 'token') ? [...schemes, {}] : schemes
}

function parametersOf({ name, schema, required, places }: Field): object[] {
  const { description, extension, ...rest } = schema
  return places
    .filter((place) => place !== 'body')
    .map((place) => ({
      name,
      in: place === 'params' ? 'path' : 'query',
      required,
      description,
      ...(extension && { 'x-acct-extension': true }),
      schema: jsonSchemaOf(rest),
      // Where one may be left out it is: filled in by a viewer, each would be one more thing to send.
      ...(required && { example: exampleOf(schema) }),
    }))
}

/** Only a multipart form carries a file; a field that may be a text as well is in the other types, too. */
function requestBodyOf(component: string, body: NonNullable<Route['body']>): object {
  const needsForm = fileFieldsOf(body).some(({ takesText }) => !takesText)
  const types = needsForm ? bodyTypes.filter((type) => type === 'multipart/form-data') : bodyTypes
  const texts = Object.entries(exampleOf(body) as object).filter(([, value]) => !(value instanceof Uint8Array))
  const content = { schema: { $ref: `#/components/schemas/${component}` }, example: Object.fromEntries(texts) }
  return { content: Object.fromEntries(types.map((type) => [type, content])) }
}

/** Outcomes by status: where several share one, a body is one of theirs, and each has its example. */
function responsesOf(outcomes: readonly NamedOutcome[]): Record<string, object> {
  const statuses = [...new Set(outcomes.map(({ outcome }) => outcome.status))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => [status, responseOf(outcomes.filter(({ outcome }) => outcome.status === status))]),
  )
}

function responseOf(outcomes: readonly NamedOutcome[]): object {
  const references = outcomes.map(({ type }) => ({ $ref: `#/components/schemas/${type}` }))
  const headers = Object.fromEntries(outcomes.flatMap(headersOf))
  return {
    description: outcomes.map(({ name, outcome }) => `\`${name}\`: ${outcome.description}`).join('\n\n'),
    ...(Object.keys(headers).length > 0 && { headers }),
    content: {
      'application/json': {
        schema: references.length === 1 ? references[0] : { oneOf: references },
        examples: Object.fromEntries(
          // No summary: viewers offer it in place of the outcome's name.
          outcomes.map(({ name, outcome }) => [
            name,
            { description: outcome.description, value: exampleOf(outcome.body) },
          ]),
        ),
      },
    },
  }
}

function headersOf({ outcome }: NamedOutcome): [string, object][] {
  return Object.entries(outcome.headers ?? {}).map(([name, { description, extension }]) => [
    name,
    { description, ...(extension && { 'x-acct-extension': true }), schema: { type: 'string' } },
  ])
}
