import type { Contract, NamedOutcome } from '../contract.ts'
import { typeName } from '../text/names.ts'
import { jsonSchemaOf } from './schema.ts'

/** The schemas of all request bodies and outcomes by their type's name, and how a caller is known. */
export function componentsOf({ routes }: Contract): object {
  const schemas = routes.flatMap(({ name, route, outcomes }): [string, object][] => [
    ...(route.body ? [[typeName(name, 'request'), jsonSchemaOf(route.body)] as [string, object]] : []),
    ...outcomes.map((named): [string, object] => [named.type, schemaOf(named)]),
  ])
  return {
    schemas: Object.fromEntries(schemas),
    securitySchemes: {
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: 'acct_session',
        description: 'The session cookie that logging in sets; `__Host-acct_session` on HTTPS.',
      },
      bearer: { type: 'http', scheme: 'bearer', description: 'The same session token as `Authorization: Bearer …`.' },
    },
  }
}

function schemaOf({ name, outcome }: NamedOutcome): object {
  return {
    ...jsonSchemaOf(outcome.body),
    description: outcome.description,
    'x-acct-outcome': name,
    ...(outcome.extension && { 'x-acct-extension': true }),
  }
}
