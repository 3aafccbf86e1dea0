import { type TSchema, Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { areDisjoint } from './disjoint.ts'

const closed = { additionalProperties: false }
const says = (msg: string) => Type.Object({ msg: Type.Literal(msg) }, closed)

describe('two bodies are told apart', () => {
  it.each<[string, TSchema, TSchema]>([
    ['by a constant', says('a'), says('b')],
    ['by a constant further down', Type.Object({ data: says('a') }), Type.Object({ data: says('b') })],
    ['by a type', Type.Object({ code: Type.Literal('1') }), Type.Object({ code: Type.Integer() })],
    ['by a key the other has not', Type.Object({ name: Type.String() }, closed), says('a')],
    ['by each member of a choice', Type.Union([says('a'), says('b')]), says('c')],
  ])('%s', (_, a, b) => {
    expect([areDisjoint(a, b), areDisjoint(b, a)]).toEqual([true, true])
  })
})

describe('two bodies are not told apart', () => {
  it.each<[string, TSchema, TSchema]>([
    ['by what they share', says('a'), says('a')],
    ['by a key that may be left out', Type.Object({ name: Type.Optional(Type.Literal('a')) }), Type.Object({})],
    ['by a key that the other takes as any other', Type.Object({ name: Type.String() }), Type.Object({})],
    ['by the texts that they happen to hold', Type.Object({ a: Type.String() }), Type.Object({ a: Type.String() })],
    ['by some members of a choice', Type.Union([says('a'), says('b')]), says('b')],
  ])('%s', (_, a, b) => {
    expect([areDisjoint(a, b), areDisjoint(b, a)]).toEqual([false, false])
  })
})
