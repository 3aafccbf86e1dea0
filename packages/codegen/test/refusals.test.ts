import type { Route, Variant } from '@acct/schema'
import { type TSchema, Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../src/files.ts'
import { assertSupported } from '../src/supported.ts'
import { demo } from './demo.ts'

describe('a schema that the checks could not decide exactly is refused, with its place', () => {
  it.each<[string, TSchema, string]>([
    ['an unknown keyword', Type.String({ minWords: 2 }), 'place: String can not have the keyword minWords'],
    ['a format', Type.String({ format: 'email' }), 'place: String can not have the keyword format'],
    ['a keyword of another type', Type.Number({ minLength: 1 }), 'place: Number can not have the keyword minLength'],
    ['a constant of a plain type', Type.String({ const: 'a' }), 'place: String can not have the keyword const'],
    ['an unknown type', Type.Date(), 'place: a contract can not use the type Date'],
    ['anything', Type.Unknown(), 'place: a contract can not use the type Unknown'],
    ['a map', Type.Record(Type.String(), Type.Null()), 'place: a contract can not use the type Record'],
    ['a tuple', Type.Tuple([Type.Null()]), 'place: a contract can not use the type Tuple'],
    [
      'an intersection',
      Type.Intersect([Type.Object({}), Type.Object({})]),
      'place: a contract can not use the type Intersect',
    ],
    ['a schema without a kind', JSON.parse('{"type":"string"}'), 'place: a contract can not use the type undefined'],
    [
      'extra fields of a type',
      Type.Object({}, { additionalProperties: Type.Null() }),
      'place: the keyword additionalProperties can not be {"type":"null"}',
    ],
    [
      'a limit that is no number',
      Type.String({ minLength: Number.NaN }),
      'place: the keyword minLength can not be null',
    ],
    ['in a property', Type.Object({ a: Type.Any() }), 'place/properties/a: a contract can not use the type Any'],
    ['in a list', Type.Array(Type.Any()), 'place/items: a contract can not use the type Any'],
    ['in a choice', Type.Union([Type.Null(), Type.Any()]), 'place/anyOf/1: a contract can not use the type Any'],
    [
      'a property called __proto__',
      Type.Object(JSON.parse('{"__proto__":{}}')),
      'place: a property can not be called __proto__',
    ],
  ])('%s', (_, schema, message) => {
    expect(() => assertSupported(schema, 'place')).toThrow(new TypeError(message))
  })
})

describe('a contract that can not be generated is refused', () => {
  const body = Type.Object({}, { additionalProperties: false })
  const base: Route = {
    method: 'POST',
    path: '/a',
    summary: 'A',
    caller: 'anyone',
    outcomes: { ok: { status: 200, body, description: 'Done.' } },
  }
  const withRoutes = (routes: Record<string, Route>): readonly Variant[] => [{ ...demo, routes }]

  it.each<[string, Record<string, Route>, string]>([
    [
      'a path parameter without a schema',
      { a: { ...base, path: '/a/:id' } },
      'a: the parameters of /a/:id and its params differ',
    ],
    [
      'a list in a URL',
      { a: { ...base, query: Type.Object({ ids: Type.Array(Type.Integer()) }) } },
      'a.query/properties/ids: an object or a list can not be part of a URL',
    ],
    [
      'a file in a URL',
      { a: { ...base, query: Type.Object({ image: Type.Uint8Array() }) } },
      'a.query/properties/image: a file can only be a field of a request’s body',
    ],
    [
      'a file in a list',
      { a: { ...base, body: Type.Object({ images: Type.Array(Type.Uint8Array()) }) } },
      'a.body/properties/images: a file can only be a field of a request’s body',
    ],
    [
      'a file in an answer',
      {
        a: {
          ...base,
          outcomes: { ok: { status: 200, body: Type.Object({ image: Type.Uint8Array() }), description: 'Done.' } },
        },
      },
      'a.ok.body: a file can only be a field of a request’s body',
    ],
    [
      'a type in a body',
      { a: { ...base, outcomes: { ok: { status: 200, body: Type.Any(), description: 'Done.' } } } },
      'a.ok.body: a contract can not use the type Any',
    ],
    [
      'two types of one name',
      {
        a: base,
        'a-ok': { ...base, outcomes: {} },
        aOk: { ...base, outcomes: { answer: { status: 200, body, description: '' } } },
      },
      'Two types would be called AOkAnswer: rename a route or an outcome',
    ],
  ])('%s', (_, routes, message) => {
    expect(() => filesOf(withRoutes(routes))).toThrow(new TypeError(message))
  })
})
