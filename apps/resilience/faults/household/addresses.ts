import { aToken, clients, codeFor, type Draw, digits, isSignedIn, pick, type Scene, written } from './operation.ts'
import {
  newPerson,
  onlySessions,
  openSession,
  type Person,
  type State,
  withCode,
  withoutCode,
  withoutPerson,
  withPerson,
} from './state.ts'

/** A code that is to be spent expires after ten minutes: it is left alone before. */
const spendableFor = 8 * 60_000

const isPending = ({ codes }: State, phone: string, scope: string) =>
  (codes[`${phone} ${scope}`] ?? 0) > Date.now() - spendableFor

const ownerOf = ({ people }: State, phone: string) =>
  Object.entries(people).find(([, person]) => person.phone === phone)

/** Where the code cannot be read the request is not sent: no answer, and nothing done. */
const unheard = { outcome: 'unsent' } as const

/** The message, the pending code and the counted sending, in one step. */
const askForCode: Draw = ({ url, state, random, phones }) => {
  const phone = random.one(phones)
  return {
    name: 'code',
    send: (ledger) => clients(url, ledger).community.requestSmsCode({ phone: written(phone) }),
    done: () => withCode(state, phone, 'community'),
  }
}

const askForResetCode: Draw = (scene) => {
  const { url, state } = scene
  const phone = pick(scene, (person) => person.phone !== null)?.person.phone
  if (!phone) return undefined
  return {
    name: 'reset code',
    send: (ledger) => clients(url, ledger).phone.sendResetCode({ phone_number: digits(phone) }),
    done: () => withCode(state, phone, 'reset'),
  }
}

/** Spends a code: signs in the number's owner, or makes an account for it. */
const signInOrUpByCode: Draw = ({ url, state, random, phones }) => {
  const pending = phones.filter((phone) => isPending(state, phone, 'community'))
  if (pending.length === 0) return undefined
  const phone = random.one(pending)
  const [name = phone, person = { ...newPerson, phone }] = ownerOf(state, phone) ?? []
  return {
    name: 'sign-in by code',
    send: async (ledger) => {
      const smscode = await codeFor(url, phone, 'community')
      if (smscode === undefined) return unheard
      return clients(url, ledger).community.loginSignupSms({ phone: written(phone), smscode })
    },
    done: (token) => withoutCode(withPerson(state, name, openSession(person, token)), phone, 'community'),
  }
}

/** Spends a code: the number is verified, the other sessions end. */
const verifyPhone: Draw = (scene) => {
  const { url, state, phones } = scene
  const phone = phones.find((each) => isPending(state, each, 'community') && ownerOf(state, each) === undefined)
  const found = pick(scene, (person) => person.phone === null && isSignedIn(person))
  const token = found && aToken(scene, found.person)
  if (phone === undefined || found === undefined || token === undefined) return undefined
  const { name, person } = found
  return {
    name: 'verify a number',
    send: async (ledger) => {
      const code = await codeFor(url, phone, 'community')
      if (code === undefined) return unheard
      return clients(url, ledger, token).community.setOwnInfo({ phone: written(phone), code })
    },
    done: () => withoutCode(withPerson(state, name, { ...onlySessions(person, token), phone }), phone, 'community'),
  }
}

/** Somebody whose number has a code pending. */
const withPending = (scene: Scene, scope: string, fits: (person: Person) => boolean) => {
  const found = pick(scene, (each) => each.phone !== null && isPending(scene.state, each.phone, scope) && fits(each))
  return found?.person.phone ? { ...found, phone: found.person.phone } : undefined
}

/** Spends a code: a new password, every session ends, one opens. */
const resetPassword: Draw = (scene) => {
  const { url, state, fresh } = scene
  const found = withPending(scene, 'reset', () => true)
  if (found === undefined) return undefined
  const { name, person, phone } = found
  const password = fresh('p')
  return {
    name: 'reset',
    send: async (ledger) => {
      const identifying = await codeFor(url, phone, 'reset')
      if (identifying === undefined) return unheard
      const phone_number = digits(phone)
      const request = { phone_number, account: phone_number, identifying, new_password: password }
      return clients(url, ledger).phone.forgetPassword(request)
    },
    done: (token) =>
      withoutCode(withPerson(state, name, openSession({ ...onlySessions(person), password }, token)), phone, 'reset'),
  }
}

/** Spends a code: the account and every row about it go. */
const dropOut: Draw = (scene) => {
  const { url, state, ids, random } = scene
  const found = random.fraction() < 0.4 ? withPending(scene, 'community', isSignedIn) : undefined
  const token = found && aToken(scene, found.person)
  if (found === undefined || token === undefined) return undefined
  const { name, phone } = found
  return {
    name: 'removal',
    send: async (ledger) => {
      const smscode = await codeFor(url, phone, 'community')
      if (smscode === undefined) return unheard
      return clients(url, ledger, token).community.dropout({ phone: written(phone), smscode })
    },
    done: () => withoutPerson(state, name, ids.get(name)),
  }
}

/** What people do with their numbers. More often drawn what stands there more often. */
export const addressDraws: readonly Draw[] = [
  askForCode,
  askForCode,
  askForResetCode,
  signInOrUpByCode,
  verifyPhone,
  verifyPhone,
  resetPassword,
  dropOut,
]
