import { KindGuard, type TSchema } from '@sinclair/typebox'

/** A field in a table: where it is, what may be in it, what it means. */
export interface FieldRow {
  /** Its path: `data.user.uid`, `follows[].id`. */
  readonly name: string
  /** Of a request's field the part of the request it goes into. */
  readonly place: string | undefined
  readonly type: string
  readonly required: boolean
  /** As JSON, without what is only there to make it JSON. */
  readonly example: string | undefined
  readonly description: string
  readonly extension: boolean
}

/** A field and, under it, the fields it is made of. */
export function rowsOf(name: string, schema: TSchema, required: boolean, place?: string): FieldRow[] {
  const { description = '', extension = false, examples } = schema
  const [example] = examples ?? []
  const row = {
    name,
    place,
    type: describeType(schema),
    required,
    example: example === undefined ? undefined : JSON.stringify(example),
    description,
    extension,
  }
  return [row, ...innerRows(name, schema)]
}

/** The fields of a body, none if all it holds are constants: its example says it all then. */
export function bodyRowsOf(schema: TSchema): FieldRow[] {
  return isConstant(schema) ? [] : innerRows('', schema)
}

function innerRows(name: string, schema: TSchema): FieldRow[] {
  if (KindGuard.IsArray(schema)) return innerRows(`${name}[]`, schema.items)
  if (KindGuard.IsUnion(schema)) return schema.anyOf.flatMap((member) => innerRows(name, member))
  if (!KindGuard.IsObject(schema)) return []
  return Object.entries(schema.properties).flatMap(([key, property]) =>
    rowsOf(name === '' ? key : `${name}.${key}`, property, schema.required?.includes(key) ?? false),
  )
}

function isConstant(schema: TSchema): boolean {
  return (
    KindGuard.IsLiteral(schema) || (KindGuard.IsObject(schema) && Object.values(schema.properties).every(isConstant))
  )
}

/** A type in words, its limits included: `integer (at least 0) or null`. */
function describeType(schema: TSchema): string {
  if (KindGuard.IsLiteral(schema)) return `\`${JSON.stringify(schema.const)}\``
  if (KindGuard.IsUint8Array(schema)) return 'file'
  if (KindGuard.IsUnion(schema)) return schema.anyOf.map(describeType).join(' or ')
  if (KindGuard.IsArray(schema)) {
    return `list of ${describeType(schema.items)}${limits(schema.minItems, schema.maxItems, ' elements')}`
  }
  const { type, minLength, maxLength, minimum, maximum, pattern } = schema
  const matching = pattern === undefined ? '' : ` matching \`${pattern}\``
  return `${type}${limits(minimum, maximum, '')}${limits(minLength, maxLength, ' characters')}${matching}`
}

function limits(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return ''
  if (most === undefined) return ` (at least ${least}${unit})`
  return least === undefined ? ` (at most ${most}${unit})` : ` (${least} to ${most}${unit})`
}
