import { methodsOf } from '@acct/schema'
import type { Contract, NamedRoute } from '../contract.ts'
import { componentsOf } from './components.ts'
import { operationOf } from './operation.ts'

/** The variant as an OpenAPI 3.1 document. Every outcome is a schema of its own, named in `x-acct-outcome`. */
export function openApiDocument(contract: Contract): object {
  const { name, title, description } = contract.variant
  return {
    openapi: '3.1.0',
    info: { title: `acct: ${title}`, version: '1.0.0', description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `/${name}`, description: 'Where the variant is always mounted.' }],
    paths: pathsOf(contract.routes),
    components: componentsOf(contract),
  }
}

/** Routes by path, then by method; a parameter is `:name` in a contract and `{name}` here. */
function pathsOf(routes: readonly NamedRoute[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {}
  for (const named of routes) {
    const path = named.route.path.replace(/:(\w+)/g, '{$1}')
    for (const method of methodsOf(named.route)) {
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(named, method) }
    }
  }
  return paths
}
