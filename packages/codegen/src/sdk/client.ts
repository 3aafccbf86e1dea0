import { type Contract, type NamedRoute, takesFile } from '../contract.ts'
import { generatedFrom } from '../text/header.ts'
import { literal, typeName } from '../text/names.ts'

/** `client.ts`: `createClient`, one method a route in the document's order. */
export function clientFile({ variant, routes }: Contract): string {
  const client = typeName(variant.name, 'client')
  const answers = routes.map(({ name }) => typeName(name, 'answer'))
  const types = [client, ...answers].sort().map((type) => `  ${type},\n`)
  return [
    `// ${generatedFrom(variant.name)}\n`,
    `import type { Endpoint } from '../../runtime/endpoint.ts'\n`,
    `import type { ClientOptions } from '../../runtime/options.ts'\n`,
    `import { send } from '../../runtime/send.ts'\n`,
    ...(routes.some(takesFile) ? [`import { upload } from '../../runtime/upload.ts'\n`] : []),
    `import * as checks from './checks.ts'\n`,
    `import type {\n${types.join('')}} from './types.ts'\n\n`,
    `/** A client of the \`${variant.name}\` API. Makes no connection by itself, and needs no closing. */\n`,
    `export function createClient(options: ClientOptions): ${client} {\n`,
    `  return {\n${routes.map(methodOf).join('')}  }\n}\n\n`,
    routes.map(endpointOf).join('\n'),
  ].join('')
}

function methodOf({ name, fields }: NamedRoute): string {
  const [parameters, request] = fields.length > 0 ? ['request, call', 'request'] : ['call', '{}']
  return `    ${name}: (${parameters}) => send<${typeName(name, 'answer')}>(options, ${name}, ${request}, call),\n`
}

function endpointOf(named: NamedRoute): string {
  const { name, route, fields } = named
  const listed = (place: 'query' | 'body') => {
    const names = fields.filter(({ places }) => places.includes(place)).map((field) => literal(field.name))
    return names.length > 0 ? [`  ${place}: [${names.join(', ')}],\n`] : []
  }
  return [
    `const ${name}: Endpoint = {\n`,
    `  method: ${literal(route.method)},\n`,
    `  path: ${literal(route.path)},\n`,
    ...listed('query'),
    ...listed('body'),
    ...(takesFile(named) ? ['  upload,\n'] : []),
    ...(fields.length > 0 ? [`  fits: checks.${name}Request,\n`] : []),
    `  outcomes: checks.${name}Outcomes,\n`,
    `}\n`,
  ].join('')
}
