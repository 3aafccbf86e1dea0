import { KindGuard, type TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { describe, expect, it } from 'vitest'
import { envelopeOf, exampleOf, outcomesOf, protocolNamesOf, type Variant, variants } from '../src/index.ts'
import { areDisjoint } from './disjoint.ts'

/** A schema and all schemas in it, each with the place where it is. */
function partsOf(place: string, schema: TSchema): [string, TSchema][] {
  const inner: [string, TSchema][] = [
    ...Object.entries<TSchema>(schema.properties ?? {}),
    ...(schema.items ? [['[]', schema.items] as [string, TSchema]] : []),
    ...((schema.anyOf ?? []) as TSchema[]).map((member, index): [string, TSchema] => [`|${index}`, member]),
  ]
  return [[place, schema], ...inner.flatMap(([name, part]) => partsOf(`${place}/${name}`, part))]
}

const pairsOf = <Item>(items: readonly Item[]) =>
  items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const))

describe.each(Object.entries<Variant>(variants))('%s', (key, variant) => {
  const routes = Object.entries(variant.routes)

  it('is registered under its own name', () => {
    expect(variant.name).toBe(key)
    expect(routes.length).toBeGreaterThan(0)
  })

  it('has one route for each method and path', () => {
    const doors = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(doors).toEqual([...new Set(doors)])
  })

  describe.each(routes)('%s', (name, route) => {
    const outcomes = Object.entries(outcomesOf(variant, route))
    const requests = [route.params, route.query, route.body].filter((schema) => schema !== undefined)
    const bodies = outcomes.map(([outcome, { body }]) => [`${name}.${outcome}`, body] as const)

    it('says what it does, and what each field and outcome means', () => {
      expect(route.summary).toMatch(/^\p{Lu}.*[^.]$/u)
      expect(outcomes.filter(([, { description }]) => !/^[\p{Lu}`].*\.$/u.test(description))).toEqual([])
      const fields = [...requests.map((schema) => [`${name}.request`, schema] as const), ...bodies]
        .flatMap(([place, schema]) => partsOf(place, schema))
        .flatMap(([place, schema]) =>
          Object.entries<TSchema>(schema.properties ?? {}).map(
            ([field, property]) => [`${place}/${field}`, property] as const,
          ),
        )
      expect(fields.filter(([, { description }]) => !description).map(([place]) => place)).toEqual([])
    })

    it('calls the success `ok`, and nothing of its own as the protocol does', () => {
      const own = Object.keys(route.outcomes)
      expect(own[0]).toBe('ok')
      expect(own.filter((outcome) => protocolNamesOf(route).some((protocol) => protocol === outcome))).toEqual([])
    })

    it('answers each outcome in a way that no sibling does', () => {
      const clashes = pairsOf(outcomes).filter(
        ([[, a], [, b]]) => a.status === b.status && !areDisjoint(a.body, b.body),
      )
      expect(clashes.map(([[a], [b]]) => `${a} and ${b}`)).toEqual([])
    })

    it('has an example of each request and body, and every example is valid', () => {
      for (const schema of requests) expect(Value.Check(schema, exampleOf(schema))).toBe(true)
      for (const [place, body] of bodies) expect([place, Value.Check(body, exampleOf(body))]).toEqual([place, true])
      const examples = [...requests, ...bodies.map(([, body]) => body)]
        .flatMap((schema) => partsOf(name, schema))
        .flatMap(([place, schema]) =>
          ((schema.examples ?? []) as unknown[]).map((example) => [place, Value.Check(schema, example)]),
        )
      expect(examples.filter(([, valid]) => !valid)).toEqual([])
    })

    it('allows no body another key', () => {
      const open = bodies
        .flatMap(([place, body]) => partsOf(place, body))
        .filter(([, schema]) => KindGuard.IsObject(schema) && schema.additionalProperties !== false)
      expect(open.map(([place]) => place)).toEqual([])
    })

    it('takes requests with fields it does not know', () => {
      expect(requests.filter((schema) => schema.additionalProperties !== undefined)).toEqual([])
    })

    it('names a documented outcome where one of the protocol is left out', () => {
      const { tooManyRequests, internalError } = route.protocol ?? {}
      const standIns = [tooManyRequests, internalError].filter((name) => name !== undefined)
      expect(standIns.filter((name) => !(name in route.outcomes))).toEqual([])
      expect(envelopeOf(variant, route).tooManyRequests.status).toBe(429)
    })
  })
})
