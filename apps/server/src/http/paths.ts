import { type Method, methodsOf, type Variant } from '@acct/schema'

/**
 * The methods that a variant has for a concrete path; empty for an unknown one. Only asked when no route matched,
 * so that a wrong method can be told from a wrong path, for every method that HTTP can carry.
 */
export function methodsAt(variant: Variant, path: string): Method[] {
  const segments = segmentsOf(path)
  const fitting = Object.values(variant.routes).filter(({ path }) => {
    const pattern = segmentsOf(path)
    return (
      pattern.length === segments.length &&
      pattern.every((part, index) => part.startsWith(':') || part === segments[index])
    )
  })
  return [...new Set(fitting.flatMap(methodsOf))]
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '')
