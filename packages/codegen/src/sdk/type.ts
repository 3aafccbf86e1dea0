import { KindGuard, type TSchema } from '@sinclair/typebox'
import { docComment } from '../text/comment.ts'
import { key, literal, typeName } from '../text/names.ts'

/** A schema as a TypeScript type, and the interfaces that this type is made of, in reading order. */
export interface Type {
  readonly text: string
  readonly interfaces: readonly string[]
}

/**
 * The type of a schema. An object of constants is written where it stands, every other one as an interface of its own
 * called `name`, with this documentation: nothing is generic, nothing is left to infer, an editor shows what is there.
 */
export function typeOf(schema: TSchema, name: string, documentation: readonly string[] = fieldNotes(schema)): Type {
  if (KindGuard.IsLiteral(schema)) return plain(literal(schema.const))
  if (KindGuard.IsNull(schema)) return plain('null')
  if (KindGuard.IsBoolean(schema)) return plain('boolean')
  if (KindGuard.IsString(schema)) return plain('string')
  if (KindGuard.IsNumber(schema) || KindGuard.IsInteger(schema)) return plain('number')
  if (KindGuard.IsUint8Array(schema)) return plain('FileInput')
  if (KindGuard.IsUnion(schema)) {
    const members = schema.anyOf.map((member, index) => typeOf(member, index === 0 ? name : `${name}${index + 1}`))
    const texts = new Set(members.map((member) => member.text))
    return { text: [...texts].join(' | '), interfaces: members.flatMap((member) => member.interfaces) }
  }
  if (KindGuard.IsArray(schema)) {
    const element = typeOf(schema.items, `${name}Item`)
    const text = KindGuard.IsUnion(schema.items) ? `(${element.text})` : element.text
    return { text: `readonly ${text}[]`, interfaces: element.interfaces }
  }
  const fields = fieldsOf(schema)
  if (fields.length === 0) return plain('{ readonly [key: string]: never }')
  if (fields.every((field) => field.required && isConstant(field.schema))) {
    const constants = fields.map((field) => `readonly ${key(field.name)}: ${typeOf(field.schema, name).text}`)
    return plain(`{ ${constants.join('; ')} }`)
  }
  return { text: name, interfaces: interfacesOf(name, documentation, fields) }
}

/** Whether a schema allows one value only: a literal, or an object without fields. */
const isConstant = (schema: TSchema) =>
  KindGuard.IsLiteral(schema) || (KindGuard.IsObject(schema) && fieldsOf(schema).length === 0)

/** A field of an interface. */
export interface TypedField {
  readonly name: string
  readonly schema: TSchema
  readonly required: boolean
}

const fieldsOf = (schema: TSchema): TypedField[] =>
  Object.entries<TSchema>(schema.properties).map(([name, property]) => ({
    name,
    schema: property,
    required: schema.required?.includes(name) ?? false,
  }))

/** An interface with these documented fields, before it those that its fields need. */
export function interfacesOf(name: string, documentation: readonly string[], fields: readonly TypedField[]): string[] {
  const nested: string[] = []
  const members = fields.map((field) => {
    const { text, interfaces } = typeOf(field.schema, typeName(name, field.name))
    nested.push(...interfaces)
    const declared = field.required ? `: ${text}` : `?: ${text} | undefined`
    return `${docComment(fieldNotes(field.schema), '  ')}  readonly ${key(field.name)}${declared}\n`
  })
  const comment = documentation.length > 0 ? docComment(documentation) : ''
  return [...nested, `${comment}export interface ${name} {\n${members.join('')}}\n`]
}

/** What there is to say about a field, in the order in which an editor shows it. */
function fieldNotes(schema: TSchema): string[] {
  return [
    ...(schema.description ? [schema.description] : []),
    ...(schema.extension ? ['An extension: not in the original document.'] : []),
    ...(schema.default === undefined ? [] : [`@default ${literal(schema.default)}`]),
    ...(schema.examples ?? []).map((example: unknown) => `@example ${literal(example)}`),
  ]
}

const plain = (text: string): Type => ({ text, interfaces: [] })
