import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { exampleOf } from './example.ts'

describe('exampleOf', () => {
  it('puts a value together from the examples of its parts', () => {
    const schema = Type.Object({
      status: Type.Literal(true),
      name: Type.Union([Type.Null(), Type.String({ examples: ['李雷', 'li'] })]),
      ids: Type.Optional(Type.Array(Type.Integer({ examples: [7] }))),
      gone: Type.Null(),
    })
    expect(exampleOf(schema)).toEqual({ status: true, name: '李雷', ids: [7], gone: null })
  })

  it('prefers an example of the whole', () => {
    expect(exampleOf(Type.Array(Type.Integer({ examples: [7] }), { examples: [[]] }))).toEqual([])
    expect(exampleOf(Type.Union([Type.String(), Type.Null()], { examples: [null] }))).toBeNull()
  })

  it('has some bytes for a file', () => {
    expect(exampleOf(Type.Union([Type.Uint8Array(), Type.Null()]))).toBeInstanceOf(Uint8Array)
  })

  it('invents nothing', () => {
    expect(() => exampleOf(Type.Object({ name: Type.String() }))).toThrow('has no example')
  })
})
