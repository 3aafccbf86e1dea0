import { KindGuard, type TProperties, type TSchema, Type } from '@sinclair/typebox'
import fc from 'fast-check'

// Values and schemas for the property tests: at random, fitting a schema, and almost fitting it.

/** Names that meet each other often, some of which no identifier can be. */
const anyName = fc.constantFrom('a', 'b', 'msg', 'a-b', '', '0', 'constructor', 'toString', 'length', 'if', "it's")

/** JSON, and beside it everything that a caller in JavaScript could hand over. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    key: anyName,
    withDate: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
    withBoxedValues: true,
    withBigInt: true,
    withMap: true,
  }),
  fc.constantFrom(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -0, '', [], {}),
)

/** Values that fit a schema, or nearly always do. */
export function fitting(schema: TSchema): fc.Arbitrary<unknown> {
  if (KindGuard.IsLiteral(schema)) return fc.constant(schema.const)
  if (KindGuard.IsNull(schema)) return fc.constant(null)
  if (KindGuard.IsBoolean(schema)) return fc.boolean()
  if (KindGuard.IsString(schema)) return stringOf(schema)
  if (KindGuard.IsInteger(schema)) return fc.oneof(edges(schema), fc.integer({ min: -9, max: 9 }), fc.maxSafeInteger())
  if (KindGuard.IsNumber(schema)) return fc.oneof(edges(schema), fc.integer({ min: -9, max: 9 }), fc.double())
  if (KindGuard.IsUint8Array(schema)) return fc.uint8Array({ maxLength: 3 })
  if (KindGuard.IsUnion(schema)) return fc.oneof(...schema.anyOf.map(fitting))
  if (KindGuard.IsArray(schema)) {
    const { minItems = 0, maxItems = minItems + 3 } = schema
    return fc.array(fitting(schema.items), { minLength: Math.max(0, minItems - 1), maxLength: maxItems + 1 })
  }
  const properties: [string, TSchema][] = Object.entries(schema.properties)
  return fc.record(Object.fromEntries(properties.map(([name, property]) => [name, fitting(property)])), {
    requiredKeys: schema.required ?? [],
    noNullPrototype: false,
  })
}

/** Values that fit but for one change at some depth: a key too many or too few, another type, one more or one less. */
export function nearMisses(schema: TSchema): fc.Arbitrary<unknown> {
  return fitting(schema).chain((value) => fc.oneof(fc.constant(value), mutated(value)))
}

function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string')
    return fc.oneof(fc.constantFrom(value + 'x', value.slice(1), `${value}\n`, ' ', null), anyValue)
  if (typeof value === 'number')
    return fc.oneof(fc.constantFrom(value + 1, value - 1, value + 0.5, String(value)), anyValue)
  if (typeof value === 'boolean') return fc.oneof(fc.constantFrom(!value, String(value), Number(value)), anyValue)
  if (Array.isArray(value)) return fc.oneof(mutatedArray(value), anyValue)
  if (typeof value === 'object' && value !== null)
    return fc.oneof({ weight: 6, arbitrary: mutatedObject(value) }, { weight: 1, arbitrary: anyValue })
  return anyValue
}

function mutatedArray(value: readonly unknown[]): fc.Arbitrary<unknown> {
  const [first] = value
  return fc.oneof(
    fc.constantFrom<unknown>([...value, first], value.slice(1), Object.assign([], { length: value.length }), {
      ...value,
    }),
    mutated(first).map((changed) => [...value.slice(1), changed]),
    anyValue.map((other) => [other, ...value]),
  )
}

function mutatedObject(value: object): fc.Arbitrary<unknown> {
  const keys = Object.keys(value)
  const foreign = fc.tuple(anyName, anyValue).map(([name, other]) => ({ ...value, [name]: other }))
  if (keys.length === 0) return foreign
  const oneOfItsKeys = fc.constantFrom(...keys)
  const without = (key: string) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  const inner = (key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value
  return fc.oneof(
    foreign,
    oneOfItsKeys.map(without),
    oneOfItsKeys.map((key) => ({ ...value, [key]: undefined })),
    oneOfItsKeys.map((key) => ({ ...without(key), [`${key}_`]: inner(key) })),
    oneOfItsKeys.map((key) => Object.assign(Object.create({ [key]: inner(key) }), without(key))),
    fc
      .tuple(oneOfItsKeys, anyName, anyValue)
      .map(([key, name, other]) =>
        Object.assign(Object.create({ [key]: inner(key) }), without(key), { [name]: other }),
      ),
    oneOfItsKeys.chain((key) => mutated(inner(key)).map((changed) => ({ ...value, [key]: changed }))),
    fc.constant(Object.assign(Object.create(null), value)),
    fc.constant([value]),
  )
}

const patterns = ['^a+$', '^\\d{2}/\\d$', 'b', '^[^"\\\\]*$', '']

function stringOf({ minLength = 0, maxLength = minLength + 3 }: TSchema): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'b', '/', '"', '\\', '😀', '1'),
      minLength: Math.max(0, minLength - 1),
      maxLength: maxLength + 1,
    }),
    fc.constantFrom('aaa', '12/3', '2000-01-01T00:00:00+08:00', '2000-01-01T00:00:00.000Z'),
  )
}

const edges = ({ minimum = 0, maximum = 0 }: TSchema) =>
  fc.constantFrom(minimum, minimum - 1, minimum + 0.5, maximum, maximum + 1)

/** `{ [low]: a, [high]: b }` with a ≤ b, each of them present or not. */
const bounds = (low: string, high: string, values: fc.Arbitrary<number>) =>
  fc.tuple(values, values, fc.boolean(), fc.boolean()).map(([a, b, lower, upper]) => ({
    ...(lower && { [low]: Math.min(a, b) }),
    ...(upper && { [high]: Math.max(a, b) }),
  }))

/** Schemas of everything that contracts may use. */
export const { schema: anySchema } = fc.letrec<{ schema: TSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom<TSchema>(Type.Boolean(), Type.Null(), Type.String(), Type.Uint8Array()),
      fc
        .constantFrom<string | number | boolean>('a', "it's", '\\', '\n', 0, -1, 0.5, 1e21, true, false)
        .map((value) => Type.Literal(value)),
      bounds('minLength', 'maxLength', fc.nat(3)).map((limits) => Type.String(limits)),
      fc.constantFrom(...patterns).map((pattern) => Type.String({ pattern })),
      bounds('minimum', 'maximum', fc.integer({ min: -5, max: 5 })).map((limits) => Type.Integer(limits)),
      bounds('minimum', 'maximum', fc.double({ min: -5, max: 5, noNaN: true })).map((limits) => Type.Number(limits)),
    ),
    fc
      .tuple(tie('schema'), bounds('minItems', 'maxItems', fc.nat(3)))
      .map(([items, limits]) => Type.Array(items, limits)),
    fc.array(tie('schema'), { minLength: 2, maxLength: 3 }).map((members) => Type.Union(members)),
    fc
      .tuple(fc.dictionary(anyName, fc.tuple(tie('schema'), fc.boolean()), { maxKeys: 4 }), fc.boolean())
      .map(([fields, closed]) => {
        const properties: TProperties = Object.fromEntries(
          Object.entries(fields).map(([name, [schema, optional]]) => [name, optional ? Type.Optional(schema) : schema]),
        )
        return Type.Object(properties, closed ? { additionalProperties: false } : {})
      }),
  ),
}))
