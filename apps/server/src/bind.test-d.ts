import type { Core } from '@acct/core'
import { card, route, variant } from '@acct/schema'
import { Type } from '@sinclair/typebox'
import { describe, expectTypeOf, it } from 'vitest'
import { bind, bindSignedIn, type Handlers } from './bind.ts'

// Checked by `tsc`; nothing here runs. The errors that are expected are the promise of the whole design: what is forgotten does
// not compile.

declare const operation: (
  core: Core,
  input: { name: string },
) => Promise<{ kind: 'made'; id: number } | { kind: 'taken' }>

const body = (msg: string) => Type.Object({ msg: Type.Literal(msg) })
const thing = route({
  method: 'POST',
  path: '/thing',
  summary: '',
  caller: 'anyone',
  body: Type.Object({ name: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
  outcomes: {
    ok: { status: 200, description: '', body: Type.Object({ msg: Type.Literal('ok'), id: Type.Number() }) },
    failed: { status: 200, description: '', body: body('failed') },
  },
})

describe('bind', () => {
  it('gives the translator the fields without null', () => {
    bind(
      thing,
      operation,
      ({ body, source }) => {
        expectTypeOf(body.name).toEqualTypeOf<string | undefined>()
        expectTypeOf(source).toBeString()
        return { name: body.name ?? '' }
      },
      { made: ({ id }, say) => say.ok({ id }), taken: (_, say) => say.failed() },
    )
  })

  it('asks for an entry for every kind that the operation returns', () => {
    // @ts-expect-error `taken` has no entry
    bind(thing, operation, () => ({ name: '' }), { made: ({ id }, say) => say.ok({ id }) })
  })

  it('lets an entry say listed outcomes only', () => {
    bind(thing, operation, () => ({ name: '' }), {
      made: ({ id }, say) => say.ok({ id }),
      // @ts-expect-error `refused` is no outcome of this route
      taken: (_, say) => say.refused(),
    })
  })

  it('asks for the open fields of a body, and for nothing that the contract fixes', () => {
    bind(thing, operation, () => ({ name: '' }), {
      // @ts-expect-error `id` is missing
      made: (_, say) => say.ok({}),
      taken: (_, say) => say.failed(),
    })
    bind(thing, operation, () => ({ name: '' }), {
      // @ts-expect-error `id` is a number
      made: (_, say) => say.ok({ id: 'x' }),
      // @ts-expect-error the message is the contract's
      taken: (_, say) => say.failed({ msg: 'other' }),
    })
  })

  it('asks for the operation’s input', () => {
    // @ts-expect-error `name` is a string
    bind(thing, operation, () => ({ name: 1 }), {
      made: ({ id }, say) => say.ok({ id }),
      taken: (_, say) => say.failed(),
    })
  })

  it('hands the session to signed-in routes only', () => {
    bindSignedIn(
      thing,
      (say) => say.failed(),
      operation,
      ({ session }) => {
        expectTypeOf(session.accountId).toBeNumber()
        return { name: '' }
      },
      { made: ({ id }, say) => say.ok({ id }), taken: (_, say) => say.failed() },
    )
    bind(
      thing,
      operation,
      // @ts-expect-error anybody may call this one
      ({ session }) => ({ name: session.id }),
      { made: ({ id }, say) => say.ok({ id }), taken: (_, say) => say.failed() },
    )
  })
})

describe('handlers', () => {
  const small = variant({ name: 'small', title: '', description: '', envelope: card.envelope, routes: { thing } })
  const handler = bind(thing, operation, () => ({ name: '' }), {
    made: ({ id }, say) => say.ok({ id }),
    taken: (_, say) => say.failed(),
  })

  it('are one for each route of the variant', () => {
    expectTypeOf({ thing: handler }).toExtend<Handlers<typeof small>>()
    // @ts-expect-error `thing` has no handler
    const none: Handlers<typeof small> = {}
    // @ts-expect-error there is no such route
    const more: Handlers<typeof small> = { thing: handler, other: handler }
    // @ts-expect-error a handler of another route
    const other: Handlers<typeof card> = { login: handler }
    expectTypeOf([none, more, other]).toBeArray()
  })
})
