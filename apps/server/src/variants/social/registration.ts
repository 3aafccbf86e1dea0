import { parseMobile, registerWithPhone, requestRegistrationCode } from '@acct/core'
import { social } from '@acct/schema'
import { bind } from '../../bind.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'

/** 8 to 16 letters and digits, at least one of each. */
const mayBePassword = (value: string) => /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z\d]{8,16}$/.test(value)

export const register = bind(
  social.routes.register,
  registerWithPhone,
  ({ body: { phone = '', password = '', verifycode }, source }, say) => {
    const number = parseMobile(phone, 'mainlandOrE164')
    if (number === undefined) return say.phoneInvalid()
    if (!mayBePassword(password)) return say.passwordInvalid()
    return { phone: number, password, code: codeOf(verifycode), source, tellTaken: 'afterCode' as const }
  },
  {
    registered: ({ accountId }, say) => say.ok({ data: { uid: String(accountId) } }),
    codeWrong: (_, say) => say.codeWrong(),
    codeMissing: (_, say) => say.codeWrong(),
    phoneTaken: (_, say) => say.phoneInvalid(),
    passwordRefused: (_, say) => say.passwordInvalid(),
    // Neither can happen to somebody who brings no username and is told of a taken number after the code only.
    usernameRefused: (_, say) => say.failed(),
    usernameTaken: (_, say) => say.failed(),
    tooManyLookups: later,
  },
)

export const sendVerifycode = bind(
  social.routes.sendVerifycode,
  requestRegistrationCode,
  ({ body: { phone = '' }, source }, say) => {
    const number = parseMobile(phone, 'mainlandOrE164')
    return number === undefined ? say.phoneInvalid() : { phone: number, source, whenTaken: 'tellOwner' as const }
  },
  {
    sent: (_, say) => say.ok(),
    taken: (_, say) => say.ok(),
    tooSoon: later,
    tooManyLookups: later,
  },
)
