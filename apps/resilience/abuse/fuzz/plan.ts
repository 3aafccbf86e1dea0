import { methodsOf, type Route, type Variant, variants } from '@acct/schema'
import fc from 'fast-check'
import { damages } from './damage.ts'
import { hostile, plausible } from './fields.ts'
import { strangeHeaders } from './headers.ts'
import { literal, type Value } from './value.ts'
import { hostileJson, strangeName } from './values.ts'

const encodings = ['json', 'form', 'multipart'] as const
type Encoding = (typeof encodings)[number]

type Fields = Readonly<Record<string, Value>>

/** A request as it is drawn, see `Value`. */
export interface Plan {
  readonly variant: string
  readonly route: string
  readonly method: string
  /** Which of the known people this is about, and which other. */
  readonly self: number
  readonly other: number
  readonly caller: 'nobody' | 'cookie' | 'bearer' | 'access' | 'otherCookie' | 'staleCookie'
  readonly params: Fields
  readonly query: Fields
  readonly body: Fields
  /** Fields that no contract knows. */
  readonly strange: readonly (readonly [name: string, value: unknown])[]
  readonly encoding: Encoding
  /** What is done to the body after it was written; an index, undefined: nothing. */
  readonly damage: number | undefined
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Where it seems to come from, behind the proxy. */
  readonly source: number
  /** How its path is written otherwise than it should be. */
  readonly path: PathTrick
}

const pathTricks = ['slashes', 'trailing', 'upper', 'dots', 'encoded', 'semicolon'] as const
type PathTrick = '' | (typeof pathTricks)[number]

/** The person after oneself: so that two requests are about the same two people often enough. */
export const neighbour = -1

/** Some requests come from a source that asks too much. */
const busySource = 0

const identifiers = ['username', 'email', 'phone', 'mail']

/** Fields as somebody would fill them in: of several identifiers mostly one. */
function wellMeant(names: readonly string[]): fc.Arbitrary<Fields> {
  const present = names.filter((name) => !identifiers.includes(name))
  const one = names.filter((name) => identifiers.includes(name))
  const some = fc
    .subarray([...names], { maxLength: Math.min(3, names.length) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, plausible(name)]))))
  const mostly = fc
    .tuple(
      fc.record(Object.fromEntries(present.map((name) => [name, plausible(name)]))),
      one.length === 0
        ? fc.constant({})
        : fc.constantFrom(...one).chain((name) => plausible(name).map((value) => ({ [name]: value }))),
    )
    .map(([others, identifier]) => ({ ...others, ...identifier }) as Fields)
  return fc.oneof({ weight: 3, arbitrary: mostly }, { weight: 1, arbitrary: some as fc.Arbitrary<Fields> })
}

/** Fields of which any may be wrong, missing or of another type. */
const illMeant = (names: readonly string[]): fc.Arbitrary<Fields> =>
  fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof({ weight: 3, arbitrary: plausible(name) }, { weight: 2, arbitrary: hostile }),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Fields>

const rarely = <T>(often: T, weight: number, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 100 - weight, arbitrary: fc.constant(often) }, { weight, arbitrary: rare })

/** Requests to one route. */
function plansFor(variant: Variant, name: string, route: Route): fc.Arbitrary<Plan> {
  const fieldsOf = (place: 'params' | 'query' | 'body') => Object.keys(route[place]?.properties ?? {})
  const drawn = (place: 'params' | 'query' | 'body') =>
    fc.oneof({ weight: 3, arbitrary: wellMeant(fieldsOf(place)) }, { weight: 2, arbitrary: illMeant(fieldsOf(place)) })
  const params = fieldsOf('params')
  // A parameter is there, and a text; the body mostly says the same.
  const inPath = fc.record(
    Object.fromEntries(
      params.map((each) => [
        each,
        fc.oneof({ weight: 5, arbitrary: plausible(each) }, { weight: 1, arbitrary: hostile }),
      ]),
    ),
  ) as fc.Arbitrary<Fields>
  const signedIn = ['cookie', 'cookie', 'bearer', 'access', 'nobody', 'staleCookie', 'otherCookie'] as const
  const anyone = ['nobody', 'nobody', 'nobody', 'nobody', 'cookie', 'bearer', 'access', 'staleCookie'] as const
  return fc
    .record({
      variant: fc.constant(variant.name),
      route: fc.constant(name),
      method: rarely<string>(
        route.method,
        route.alsoGet ? 25 : 3,
        route.alsoGet
          ? fc.constantFrom(...methodsOf(route))
          : fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'PATCH', 'QUERY'),
      ),
      self: fc.nat(1_000),
      other: fc.oneof(fc.constant(neighbour), fc.nat(1_000)),
      caller: fc.constantFrom(...(route.caller === 'signedIn' ? signedIn : anyone)),
      params: inPath,
      query: drawn('query'),
      body: drawn('body'),
      strange: rarely<Plan['strange']>(
        [],
        8,
        fc.array(fc.tuple(strangeName, hostileJson), { minLength: 1, maxLength: 4 }),
      ),
      encoding: fc.constantFrom(...encodings),
      damage: rarely<number | undefined>(undefined, 10, fc.nat(damages.length - 1)),
      headers: rarely<Plan['headers']>(
        [],
        20,
        fc.array(fc.constantFrom(...strangeHeaders), { minLength: 1, maxLength: 3 }),
      ),
      source: rarely(busySource, 92, fc.integer({ min: 1, max: 2_000 })),
      path: rarely<PathTrick>('', 6, fc.constantFrom(...pathTricks)),
    })
    .map((plan) => withSameNumber(plan, params))
}

/** A body that repeats the path's parameter mostly says the same. */
function withSameNumber(plan: Plan, params: readonly string[]): Plan {
  const repeated = params.filter((name) => name in plan.body && plan.other % 8 !== 0)
  const same = repeated.map((name) => [name, plan.params[name] ?? literal('')] as const)
  return { ...plan, body: { ...plan.body, ...Object.fromEntries(same) } }
}

/** Every route of every variant, each as likely as any other. */
export const everyPlan: fc.Arbitrary<Plan> = fc.oneof(
  ...Object.values<Variant>(variants).flatMap((variant) =>
    Object.entries<Route>(variant.routes).map(([name, route]) => plansFor(variant, name, route)),
  ),
)
