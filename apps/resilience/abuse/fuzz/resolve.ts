import { type Route, type Variant, variants } from '@acct/schema'
import type { WireRequest } from '../wire/request.ts'
import { encode, percentEncoded, queryOf } from './bodies.ts'
import { damages } from './damage.ts'
import { files } from './files.ts'
import type { Honest } from './honest.ts'
import { freshEmail, freshPhone, freshUsername, type People } from './people.ts'
import { neighbour, type Plan } from './plan.ts'
import type { Person, Value } from './value.ts'

/** A plan with its values looked up, ready to be sent. */
export interface Ready {
  readonly request: WireRequest
  /** Whether it shows a code or a ticket that is good: such a thing works once. */
  readonly spends: boolean
}

/** What looking a value up may take. */
export interface Surroundings {
  readonly people: People
  readonly honest: Honest
  /** What sets this run's fresh names and numbers apart from others. */
  readonly offset: number
}

const routeOf = (plan: Plan): { variant: Variant; route: Route } => {
  const variant = variants[plan.variant as keyof typeof variants] as Variant
  return { variant, route: variant.routes[plan.route] as Route }
}

/** The route that sends the code which a route asks for: path and field, by kind of address. */
function senderOf({ variant, route }: Plan, to: string): { path: string; fields?: object } | undefined {
  const isEmail = to.includes('@')
  const local = to.replace(/^\+86/, '')
  if (variant === 'community') {
    return isEmail
      ? { path: '/community/api/user/request-email-code', fields: { email: to } }
      : { path: '/community/api/user/request-sms-code', fields: { phone: to.slice(1) } }
  }
  if (variant === 'token' && route !== 'register') {
    return isEmail
      ? { path: '/token/api/verify/email', fields: { email: to } }
      : { path: '/token/api/verify/sms/general', fields: { phone: local } }
  }
  if (variant === 'social' || variant === 'token')
    return { path: '/social/user/send_verifycode', fields: { phone: local } }
  return { path: `/phone/user/${route}/${local}` }
}

/** A number or an e-mail in the form that messages go to, undefined for what is neither. */
function addressIn(value: unknown, variant: string): string | undefined {
  const text = typeof value === 'string' ? value : ''
  if (/^1\d{10}$/.test(text)) return `+86${text}`
  if (variant === 'community' && /^861\d{10}$/.test(text)) return `+${text}`
  return /^[\w.]+@example\.com$/.test(text) ? text : undefined
}

/** Looks a plan's values up and writes it as a request. A code that it shows is asked for first. */
export async function resolve(plan: Plan, { people, honest, offset }: Surroundings): Promise<Ready> {
  const self = people.at(plan.self)
  const other = people.at(plan.other === neighbour ? plan.self + 1 : plan.other)
  const { route, variant } = routeOf(plan)
  let spends = false

  const plain = (value: Value, name: string): unknown => {
    if (value.is === 'literal') return value.value
    if (value.is === 'file') return files[value.file]
    if (value.is === 'code') return undefined
    if (value.is === 'known') return spelled((value.of === 'self' ? self : other)[value.what], value.what, name)
    const make = { phone: freshPhone, email: freshEmail, username: freshUsername }[value.what]
    return spelled(make(offset + value.number), value.what, name)
  }
  const spelled = (value: string | number, what: keyof Person, name: string) => {
    if (what === 'ticket' && value !== '') spends = true
    return what === 'phone' && variant.name === 'community' && name === 'phone' && value !== '' ? `86${value}` : value
  }
  const plainAll = (fields: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value, name)]))

  const params = plainAll(plan.params)
  const query = plainAll(plan.query)
  const body = plainAll(plan.body)
  const addresses = {
    address: body.phone || body.email || body.mail || params.phone_number,
    new: body.new_phone || body.new_email,
    old: body.original_address ?? `${variant.name === 'community' ? '86' : ''}${self.phone}`,
  }
  for (const [name, value] of Object.entries(plan.body)) {
    if (value.is !== 'code') continue
    const to = addressIn(addresses[value.to], variant.name)
    const sender = to && senderOf(plan, to)
    if (to && sender) await (sender.fields ? honest.post(sender.path, sender.fields) : honest.get(sender.path))
    const code = to && (await honest.codeSentTo(to))
    // A code of one's old address, or beside an address that one has already, may be looked at and not needed.
    if (code && value.to !== 'old' && plan.route !== 'setOwnInfo') spends = true
    body[name] = code ?? '000000'
  }

  const sentBody = [...Object.entries(body), ...plan.strange] as [string, unknown][]
  const bodyInQuery = plan.method === 'GET' && route.alsoGet
  const inQuery = queryOf([...Object.entries(query), ...(bodyInQuery ? sentBody : [])])
  const target = `${pathOf(plan, route, params)}${inQuery}`.slice(0, longestTarget)
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(plan.method)
  const damage = plan.damage === undefined ? undefined : damages[plan.damage]
  const written = hasBody ? encode(sentBody, plan.encoding) : undefined
  const encoded = written && (damage?.(written) ?? written)
  const source = plan.source === 0 ? '10.9.9.9' : `10.1.${plan.source >> 8}.${plan.source & 255}`
  const given = new Set(plan.headers.map(([name]) => name))
  const headers: [string, string][] = [
    ...(given.has('X-Forwarded-For') ? [] : [['X-Forwarded-For', source] as [string, string]]),
    ...callerHeaders(plan, self, other).filter(([name]) => !given.has(name)),
    ...(encoded?.type === undefined ? [] : [['Content-Type', encoded.type] as [string, string]]),
    ...plan.headers.map(([name, value]) => [name, value] as [string, string]),
  ]
  return { request: { method: plan.method, target, headers, body: encoded?.bytes }, spends: spends && !damage }
}

function callerHeaders(plan: Plan, self: Person, other: Person): [string, string][] {
  switch (plan.caller) {
    case 'nobody':
      return []
    case 'cookie':
      return [['Cookie', `acct_session=${self.session}`]]
    case 'otherCookie':
      return [['Cookie', `acct_session=${other.session}`]]
    case 'staleCookie':
      return [['Cookie', `acct_session=acct_s_${'B'.repeat(43)}`]]
    case 'bearer':
      return [['Authorization', `Bearer ${self.session}`]]
    case 'access':
      return [['Authorization', `Bearer ${self.access}`]]
  }
}

/** Longer addresses than a server reads at all are tried on raw sockets (`broken/`). */
const longestParameter = 1000
const longestTarget = 4000

function pathOf(plan: Plan, route: Route, params: Readonly<Record<string, unknown>>): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    percentEncoded(typeof params[name] === 'object' ? 'object' : String(params[name] ?? '').slice(0, longestParameter)),
  )
  const whole = `/${plan.variant}${path}`
  switch (plan.path) {
    case 'slashes':
      return whole.replaceAll('/', '//')
    case 'trailing':
      return `${whole}/`
    case 'upper':
      return `/${plan.variant}${path.toUpperCase()}`
    case 'dots':
      return whole.replace('/user', '/user/../user')
    case 'encoded':
      return whole.replace('user', '%75ser')
    case 'semicolon':
      return `${whole};jsessionid=1`
    default:
      return whole
  }
}
