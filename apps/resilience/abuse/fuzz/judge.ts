import {
  envelopeOf,
  type Outcome,
  outcomesOf,
  type ProtocolOutcomes,
  type Route,
  type Variant,
  variants,
} from '@acct/schema'
import type { TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import { type Answer, header, jsonOf } from '../wire/answer.ts'
import type { Plan } from './plan.ts'
import type { Ready } from './resolve.ts'

/** What an answer is: one of the contract's outcomes, or a problem. */
export type Verdict = { readonly outcomes: readonly string[] } | { readonly problem: string }

interface Listed {
  readonly name: string
  readonly outcome: Outcome
  readonly shape: TypeCheck<TSchema>
}

interface Contract {
  readonly route: Route
  readonly listed: readonly Listed[]
  /** The answers of a server that knows no such route. */
  readonly beside: readonly Listed[]
  /** The document's own words for a broken server: as bad as a 500. */
  readonly broken: readonly string[]
}

const listed = ([name, outcome]: [string, Outcome]): Listed => ({
  name,
  outcome,
  shape: TypeCompiler.Compile(outcome.body),
})

function contractOf(variant: Variant, route: Route): Contract {
  const envelope: ProtocolOutcomes = envelopeOf(variant, route)
  const beside = Object.entries(variant.envelope)
    .filter(([name]) => !['internalError', 'unavailable'].includes(name))
    .map(listed)
  return {
    route: { ...route, envelope },
    listed: Object.entries(outcomesOf(variant, route)).map(listed),
    beside,
    broken: ['internalError', ...(route.protocol?.internalError === undefined ? [] : [route.protocol.internalError])],
  }
}

const contracts = new Map(
  Object.values<Variant>(variants).flatMap((variant) =>
    Object.entries<Route>(variant.routes).map(
      ([name, route]) => [`${variant.name} ${name}`, contractOf(variant, route)] as const,
    ),
  ),
)

/** What the other routes of a variant answer, for a path that may have become one of theirs. */
const ofVariant = (name: string) =>
  [...contracts].flatMap(([key, { listed }]) => (key.startsWith(`${name} `) ? listed : []))

/** Whether a request may have missed its route: another method or path than the contract's. */
const isAstray = ({ path, params }: Plan, { method, path: written }: Route, sent: string) =>
  sent !== method || path !== '' || (written.includes(':') && Object.keys(params).length > 0)

const besideOf = (plan: Plan, { beside, route }: Contract, method: string) =>
  plan.path === '' && method === route.method ? beside : [...beside, ...ofVariant(plan.variant)]

/** Judges an answer by the contract of the route that was asked. */
export function judge(plan: Plan, { request }: Ready, answer: Answer): Verdict {
  const contract = contracts.get(`${plan.variant} ${plan.route}`)
  if (contract === undefined) throw new Error(`no contract for ${plan.variant} ${plan.route}`)
  if (answer.status >= 500 && !mayFail(plan, answer)) return { problem: `answered ${answer.status} ${answer.body}` }
  if (header(answer, 'cache-control') !== 'no-store')
    return { problem: `Cache-Control is ${header(answer, 'cache-control')}` }
  if (header(answer, 'x-content-type-options') !== 'nosniff') return { problem: 'no X-Content-Type-Options: nosniff' }
  // A HEAD's answer has no body to judge: that it is no success is all there is to see.
  if (request.method === 'HEAD') {
    return answer.status === 404 || answer.status === 405 || answer.status === 429 || answer.status === 400
      ? { outcomes: [] }
      : { problem: `a HEAD was answered ${answer.status}` }
  }
  if (header(answer, 'content-type') !== 'application/json; charset=utf-8')
    return { problem: `the content type is ${header(answer, 'content-type')}` }
  const body = jsonOf(answer)
  const fits = ({ outcome, shape }: Listed) => outcome.status === answer.status && shape.Check(body)
  const own = contract.listed.filter(fits)
  const found =
    own.length > 0 || !isAstray(plan, contract.route, request.method)
      ? own
      : besideOf(plan, contract, request.method).filter(fits)
  const [first] = found
  if (first === undefined)
    return { problem: `not in the contract: ${answer.status} ${answer.body.toString().slice(0, 300)}` }
  const names = found.map(({ name }) => name)
  if (names.some((name) => contract.broken.includes(name))) return { problem: `something broke: ${answer.body}` }
  const wrong = wrongHeader(found, answer, request.method)
  return wrong === undefined ? { outcomes: own.length > 0 ? names : [] } : { problem: `${names.join('/')}: ${wrong}` }
}

/** Only a provider that does not answer, which the suite made, is a reason not to serve. */
const mayFail = ({ variant, route }: Plan, { status }: Answer) =>
  status === 503 && variant === 'social' && route === 'login'

/** What is wrong with the headers that outcomes promise, undefined if nothing is. */
function wrongHeader(found: readonly Listed[], answer: Answer, method: string): string | undefined {
  const said = (name: string) => answer.headers.has(name)
  for (const name of ['set-cookie', 'content-location', 'retry-after', 'allow']) {
    const promised = found.map(({ outcome }) => outcome.headers?.[name] !== undefined)
    if (said(name) && !promised.includes(true)) return `${name} where none belongs`
    if (!said(name) && !promised.includes(false)) return `${name} is missing`
  }
  const retry = header(answer, 'retry-after')
  if (retry !== undefined && !/^[1-9]\d*$/.test(retry)) return `retry-after is ${retry}`
  if (answer.status === 405 && header(answer, 'allow')?.split(', ').includes(method))
    return `405 for ${method}, which Allow names`
  if (/\$argon2/.test(answer.body.toString())) return 'a password hash is in the body'
  return undefined
}

/** Every documented outcome of every route that a caller can bring about, as `variant route outcome`. */
export const reachable: readonly string[] = [...contracts].flatMap(([key, { listed, broken }]) =>
  listed
    .map(({ name }) => name)
    .filter((name) => !broken.includes(name) && (name !== 'unavailable' || key === 'social login'))
    .map((name) => `${key} ${name}`),
)
