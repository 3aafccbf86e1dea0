import { Kind, KindGuard, type TSchema } from '@sinclair/typebox'

/** The types a contract may use, each with the keywords it may carry. */
const keywordsOf: Readonly<Record<string, readonly string[]>> = {
  Array: ['type', 'items', 'minItems', 'maxItems'],
  Boolean: ['type'],
  Integer: ['type', 'minimum', 'maximum'],
  Literal: ['type', 'const'],
  Null: ['type'],
  Number: ['type', 'minimum', 'maximum'],
  Object: ['type', 'properties', 'required', 'additionalProperties'],
  String: ['type', 'minLength', 'maxLength', 'pattern'],
  Uint8Array: ['type'],
  Union: ['anyOf'],
}

/** What says something to readers and nothing to checks. `extension` marks a field as ours, not the document's. */
const annotations = ['title', 'description', 'examples', 'default', 'deprecated', 'extension']

const numeric = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems']

/**
 * Refuses a schema that the generated checks could not decide exactly as TypeBox does.
 * Throws an error that names the place, such as `login.ok.body/properties/msg`, and the keyword.
 */
export function assertSupported(schema: TSchema, place: string): void {
  const kind = schema[Kind]
  const keywords = keywordsOf[kind]
  if (!keywords) throw new TypeError(`${place}: a contract can not use the type ${kind}`)
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === undefined || annotations.includes(keyword)) continue
    if (!keywords.includes(keyword)) throw new TypeError(`${place}: ${kind} can not have the keyword ${keyword}`)
    if (!isSupportedValue(keyword, value)) {
      throw new TypeError(`${place}: the keyword ${keyword} can not be ${JSON.stringify(value)}`)
    }
  }
  for (const [name, property] of Object.entries<TSchema>(schema.properties ?? {})) {
    if (name === '__proto__') throw new TypeError(`${place}: a property can not be called __proto__`)
    assertSupported(property, `${place}/properties/${name}`)
  }
  if (schema.items) assertSupported(schema.items, `${place}/items`)
  for (const [index, member] of (schema.anyOf ?? []).entries()) assertSupported(member, `${place}/anyOf/${index}`)
}

/** Refuses a file, or what holds one: JSON has none. The error names the place. */
export function assertNoFile(schema: TSchema, place: string): void {
  if (KindGuard.IsUint8Array(schema)) throw new TypeError(`${place}: a file can only be a field of a request’s body`)
  const inner: TSchema[] = [
    ...Object.values<TSchema>(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ]
  for (const part of inner) assertNoFile(part, place)
}

function isSupportedValue(keyword: string, value: unknown): boolean {
  if (numeric.includes(keyword)) return Number.isFinite(value)
  if (keyword === 'pattern') return typeof value === 'string'
  if (keyword === 'additionalProperties') return value === false
  if (keyword === 'const') return ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
  return true
}
