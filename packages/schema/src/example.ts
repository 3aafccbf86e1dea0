import { KindGuard, type TSchema } from '@sinclair/typebox'

/** How every JPEG begins: a file. */
const jpeg = new Uint8Array([0xff, 0xd8, 0xff])

/**
 * An example value of a schema: its own first example, its constant, or put together from its parts. Optional
 * properties are there too. Throws if some leaf has no example: whoever reads the contract deserves one.
 */
export function exampleOf(schema: TSchema): unknown {
  const [example] = schema.examples ?? []
  if (example !== undefined) return example
  if (KindGuard.IsLiteral(schema)) return schema.const
  if (KindGuard.IsNull(schema)) return null
  if (KindGuard.IsUint8Array(schema)) return jpeg
  if (KindGuard.IsArray(schema)) return [exampleOf(schema.items)]
  if (KindGuard.IsObject(schema)) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, exampleOf(property)]))
  }
  const [first] = KindGuard.IsUnion(schema) ? schema.anyOf.filter((member) => !KindGuard.IsNull(member)) : []
  if (first) return exampleOf(first)
  throw new TypeError(`This schema has no example: ${JSON.stringify(schema)}`)
}
