import { KindGuard, type TSchema } from '@sinclair/typebox'
import { all, any, type Expression } from '../text/expression.ts'
import { literal, member } from '../text/names.ts'

/** The functions that checks call: the SDK's `runtime/check.ts`. */
export const checkHelpers = ['hasJust', 'hasOnly', 'isArrayOf', 'isFile', 'isInteger', 'isNumber', 'isRecord'] as const

/**
 * A schema as a JavaScript condition on `value`, a variable or a property path. It decides exactly as TypeBox's
 * `Value.Check` does, oddities included: lengths are UTF-16 units, inherited properties count as present,
 * and an optional property may be there and undefined. Of files it takes more, namely what the SDK turns into the bytes
 * that the server sees. The schema must be supported, see `assertSupported`.
 */
export function checkOf(schema: TSchema, value: string): Expression {
  if (KindGuard.IsLiteral(schema)) return `${value} === ${literal(schema.const)}`
  if (KindGuard.IsNull(schema)) return `${value} === null`
  if (KindGuard.IsBoolean(schema)) return `typeof ${value} === 'boolean'`
  if (KindGuard.IsString(schema)) return checkOfString(schema, value)
  if (KindGuard.IsNumber(schema)) return all(`isNumber(${value})`, ...range(value, schema.minimum, schema.maximum))
  if (KindGuard.IsInteger(schema)) return all(`isInteger(${value})`, ...range(value, schema.minimum, schema.maximum))
  if (KindGuard.IsUint8Array(schema)) return `isFile(${value})`
  if (KindGuard.IsUnion(schema)) return any(...schema.anyOf.map((alternative) => checkOf(alternative, value)))
  if (KindGuard.IsArray(schema)) return checkOfArray(schema, value)
  return checkOfObject(schema, value)
}

const range = (value: string, minimum: unknown, maximum: unknown): string[] => [
  ...(minimum === undefined ? [] : [`${value} >= ${minimum}`]),
  ...(maximum === undefined ? [] : [`${value} <= ${maximum}`]),
]

function checkOfString({ minLength, maxLength, pattern }: TSchema, value: string): Expression {
  return all(
    `typeof ${value} === 'string'`,
    ...range(`${value}.length`, minLength, maxLength),
    ...(pattern === undefined ? [] : [`${new RegExp(pattern)}.test(${value})`]),
  )
}

function checkOfArray({ items, minItems, maxItems }: TSchema, value: string): Expression {
  const element = elementName(value)
  const call = { call: `isArrayOf(${value}, (${element}) => `, inner: checkOf(items, element) }
  return all(call, ...range(`${value}.length`, minItems, maxItems))
}

/** `v` → `v1` → `v2`: the element of a list in a list must not hide the outer one. */
const elementName = (value: string) => `v${Number(/^v(\d*)/.exec(value)?.[1] ?? 0) + 1}`

function checkOfObject({ properties, required = [], additionalProperties }: TSchema, value: string): Expression {
  const names = Object.keys(properties)
  const fields = names.map((name) => {
    const access = member(value, name)
    const check = checkOf(properties[name], access)
    return required.includes(name) ? check : any(`${access} === undefined`, check)
  })
  const helper = required.length === names.length ? 'hasJust' : 'hasOnly'
  const closed = additionalProperties === false ? [`${helper}(${value}, [${names.map(literal).join(', ')}])`] : []
  return all(`isRecord(${value})`, ...fields, ...closed)
}
