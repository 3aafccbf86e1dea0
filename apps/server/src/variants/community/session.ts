import {
  type Address,
  type Core,
  checkAccount,
  signInOrSignUpWithCode,
  signInWithPassword,
  signOut,
  signUpWithAddress,
  signUpWithUsername,
} from '@acct/core'
import { community } from '@acct/schema'
import { bind, bindKnowingCaller, bindSignedIn } from '../../bind.ts'
import { endSession, startSession } from '../../http/cookie.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'
import { emailAddress, given, identifierOf, mayBePassword, numberOf, phoneAddress } from './fields.ts'

export const verifyAccount = bind(
  community.routes.verifyAccount,
  checkAccount,
  ({ body, source }, say) => {
    const [kind, another] = given(body)
    if (kind === undefined || another !== undefined) return say.notExactlyOne()
    const identifier = identifierOf(kind, body[kind] ?? '')
    return identifier === undefined ? say.ok() : { identifier, source }
  },
  {
    free: (_, say) => say.ok(),
    taken: (_, say) => say.registered(),
    tooManyLookups: later,
  },
)

export const login = bindKnowingCaller(
  community.routes.login,
  signInWithPassword,
  ({ body, session }, say) => {
    if (session !== undefined) return say.alreadySignedIn()
    const [kind, another] = given(body)
    if (another !== undefined) return say.moreThanOne()
    if (kind === undefined) return say.notRegistered()
    const text = body[kind] ?? ''
    return { identifier: kind === 'phone' ? `+${text}` : text, by: [kind], password: body.passwd ?? '' }
  },
  {
    signedIn: ({ session }, say) => say.ok({}, startSession(session)),
    unknownAccount: (_, say) => say.notRegistered(),
    wrongPassword: (_, say) => say.passwordWrong(),
    closed: (_, say) => say.passwordWrong(),
    locked: (_, say) => say.passwordWrong(),
  },
)

interface SignUp {
  readonly username: string | undefined
  /** Undefined where one is malformed. */
  readonly addresses: readonly (Address | undefined)[]
  /** Undefined where it is malformed. */
  readonly password: string | undefined
  readonly code: string
}

/** This document says what is wrong with names and addresses before it says that too many are given. */
async function signUp(core: Core, { username, addresses, password, code }: SignUp) {
  const [address, another] = addresses
  if (username !== undefined) {
    const isAlone = addresses.length === 0
    const outcome = await signUpWithUsername(core, { username, password: isAlone ? password : undefined })
    if (isAlone || outcome.kind !== 'passwordRefused') return outcome
  }
  if (addresses.includes(undefined) || address === undefined) return { kind: 'addressRefused' } as const
  if (password === undefined) return { kind: 'passwordRefused' } as const
  if (username !== undefined || another !== undefined) return { kind: 'moreThanOne' } as const
  if (code === '') return { kind: 'codeWrong' } as const
  return signUpWithAddress(core, { address, code, password })
}

export const signup = bindKnowingCaller(
  community.routes.signup,
  signUp,
  ({ body: { username, email, phone, passwd = '', code }, session }, say) => {
    if (session !== undefined) return say.alreadySignedIn()
    const addresses = [...(email ? [emailAddress(email)] : []), ...(phone ? [phoneAddress(phone)] : [])]
    if (!username && addresses.length === 0) return say.identifierRefused()
    return {
      username: username || undefined,
      addresses,
      password: mayBePassword(passwd) ? passwd : undefined,
      code: codeOf(code),
    }
  },
  {
    signedUp: ({ session }, say) => say.ok({}, startSession(session)),
    usernameRefused: (_, say) => say.identifierRefused(),
    usernameTaken: (_, say) => say.identifierRefused(),
    addressRefused: (_, say) => say.identifierRefused(),
    addressTaken: (_, say) => say.identifierRefused(),
    passwordRefused: (_, say) => say.passwordInvalid(),
    moreThanOne: (_, say) => say.moreThanOne(),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
  },
)

export const loginSignupSms = bindKnowingCaller(
  community.routes.loginSignupSms,
  signInOrSignUpWithCode,
  ({ body: { phone = '', smscode }, session }, say) => {
    if (session !== undefined) return say.alreadySignedIn()
    if (phone === '') return say.phoneMissing()
    const number = numberOf(phone)
    if (number === undefined) return say.phoneOrCodeWrong()
    const code = codeOf(smscode)
    return code === '' ? say.codeMissing() : { phone: number, code }
  },
  {
    signedIn: ({ session }, say) => say.ok({}, startSession(session)),
    codeWrong: (_, say) => say.phoneOrCodeWrong(),
    codeMissing: (_, say) => say.codeExpired(),
    locked: (_, say) => say.phoneOrCodeWrong(),
  },
)

export const logout = bindSignedIn(
  community.routes.logout,
  (say) => say.notSignedIn(),
  signOut,
  ({ session }) => ({ session }),
  {
    signedOut: (_, say) => say.ok({}, endSession()),
    alreadyOver: (_, say) => say.notSignedIn(),
  },
)
