import { outcomesOf, type Variant, variants } from '@acct/schema'
import { type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as helpers from '../../sdk/src/runtime/check.ts'
import { checkOf } from '../src/sdk/check.ts'
import { assertSupported } from '../src/supported.ts'
import { layOut } from '../src/text/expression.ts'
import { anySchema, anyValue, fitting, nearMisses } from './arbitraries.ts'

/** The generated condition as a function; the SDK has it as text in its source instead. */
function compile(schema: TSchema): (value: unknown) => boolean {
  assertSupported(schema, 'schema')
  const text = layOut(checkOf(schema, 'v'), '', 0)
  return new Function(...Object.keys(helpers), `return (v) => ${text}`)(...Object.values(helpers))
}

/** Fails unless the generated condition and TypeBox say the same of every value. */
function agreesOn(schema: TSchema, values: fc.Arbitrary<unknown>, numRuns: number): void {
  const check = compile(schema)
  const property = fc.property(values, (value) => {
    expect(check(value)).toBe(Value.Check(schema, value))
  })
  fc.assert(property, { seed: 20260101, numRuns })
}

const contractSchemas = Object.values<Variant>(variants).flatMap((variant) =>
  Object.entries(variant.routes).flatMap(([name, route]) => [
    ...[route.params, route.query, route.body].flatMap((schema) =>
      schema ? [[`${name} request`, schema] as const] : [],
    ),
    ...Object.entries(outcomesOf(variant, route)).map(([outcome, { body }]) => [`${name} ${outcome}`, body] as const),
  ]),
)

describe('a generated check decides as Value.Check does', () => {
  it.each(contractSchemas)('on %s', (_, schema) => {
    agreesOn(schema, fitting(schema), 100)
    agreesOn(schema, nearMisses(schema), 500)
    agreesOn(schema, anyValue, 200)
  })

  it('on schemas made at random', () => {
    let fits = 0
    let others = 0
    const property = fc.property(
      anySchema.chain((schema) =>
        fc.tuple(fc.constant(schema), fc.oneof(fitting(schema), nearMisses(schema), anyValue)),
      ),
      ([schema, value]) => {
        const expected = Value.Check(schema, value)
        if (expected) fits++
        else others++
        expect(compile(schema)(value)).toBe(expected)
      },
    )
    fc.assert(property, { seed: 20260102, numRuns: 8_000 })
    expect(Math.min(fits, others)).toBeGreaterThan(1_500)
  })

  const point = Type.Object({ x: Type.Number(), y: Type.Optional(Type.Number()) }, { additionalProperties: false })
  it.each<[string, TSchema, unknown]>([
    ['an optional property that is undefined', point, { x: 1, y: undefined }],
    ['a required property that is undefined', point, { x: undefined }],
    ['an inherited property', point, Object.create({ x: 1 })],
    [
      'an inherited property beside a foreign one',
      Type.Object({ x: Type.Number() }, { additionalProperties: false }),
      Object.assign(Object.create({ x: 1 }), { z: 1 }),
    ],
    ['a key called __proto__', point, JSON.parse('{"x":1,"__proto__":{"y":1}}')],
    ['a hidden property', point, Object.defineProperty({ x: 1 }, 'hidden', { value: 1, enumerable: false })],
    ['a symbol property', point, { x: 1, [Symbol('s')]: 1 }],
    ['NaN', Type.Number(), Number.NaN],
    ['infinity', Type.Number(), Number.POSITIVE_INFINITY],
    ['a fraction', Type.Integer(), 0.5],
    ['an integer beyond 53 bits', Type.Integer(), 2 ** 60],
    ['minus zero', Type.Literal(0), -0],
    ['a number in an object', Type.Number(), Object(1)],
    ['a string in an object', Type.String(), Object('a')],
    ['a list for an object', Type.Object({}), []],
    ['a date for an object', Type.Object({}), new Date(0)],
    ['bytes for a list', Type.Array(Type.Number()), new Uint8Array(1)],
    ['bytes for an object', Type.Object({}), new Uint8Array(1)],
    ['bytes for a file', Type.Uint8Array(), new Uint8Array(1)],
    ['other numbers for a file', Type.Uint8Array(), new Uint16Array(1)],
    ['a function for an object', Type.Object({}), () => 1],
    ['a hole in a list', Type.Array(Type.Number()), Array(1)],
    ['a character of two units', Type.String({ maxLength: 1 }), '😀'],
    ['a pattern across lines', Type.String({ pattern: '^a$' }), 'a\n'],
    ['a pattern with a slash', Type.String({ pattern: '^/a/$' }), '/a/'],
    ['a constant with quotes', Type.Literal('it\'s "so"\\\n\u2028'), 'it\'s "so"\\\n\u2028'],
  ])('on %s', (_, schema, value) => {
    expect(compile(schema)(value)).toBe(Value.Check(schema, value))
  })
})

describe('of files a generated check takes more, which the SDK makes bytes of', () => {
  it.each<[string, unknown, boolean]>([
    ['a Blob', new Blob(['x']), true],
    ['what React Native’s pickers give', { uri: 'file:///a.jpg', name: 'a.jpg', type: 'image/jpeg' }, true],
    ['what only looks like a Blob', { size: 1, type: 'image/jpeg' }, false],
    ['an address that is no text', { uri: 1 }, false],
    ['a text', 'file:///a.jpg', false],
  ])('%s', (_, value, fits) => {
    expect(compile(Type.Uint8Array())(value)).toBe(fits)
    expect(compile(Type.Object({ file: Type.Optional(Type.Uint8Array()) }))({ file: value })).toBe(fits)
  })
})
