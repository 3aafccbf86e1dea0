import { registerWithPhone, registerWithUsername, requestRegistrationCode, roles } from '@acct/core'
import { phone } from '@acct/schema'
import { bind, bindKnowingCaller } from '../../bind.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'
import { agreedNumber, mayBeName, mayBePassword, numberOf } from './fields.ts'

export const register = bindKnowingCaller(
  phone.routes.register,
  registerWithUsername,
  ({ body: { account, password, name, role = 'normal_user' }, session }, say) => {
    const knownRole = roles.find((each) => each === role)
    if (!account || !mayBePassword(password) || !mayBeName(name) || knownRole === undefined) return say.failed()
    return { username: account, password, nickname: name || undefined, role: knownRole, caller: session }
  },
  {
    registered: (_, say) => say.ok(),
    roleRefused: (_, say) => say.failed(),
    usernameRefused: (_, say) => say.failed(),
    usernameTaken: (_, say) => say.accountTaken(),
    passwordRefused: (_, say) => say.failed(),
    nicknameRefused: (_, say) => say.failed(),
  },
)

export const sendRegisterCode = bind(
  phone.routes.sendRegisterCode,
  requestRegistrationCode,
  ({ params, source, incidental }, say) => {
    if (incidental) return say.forbidden()
    const number = numberOf(params.phone_number)
    return number === undefined ? say.failed() : { phone: number, source, whenTaken: 'tellOwner' as const }
  },
  {
    sent: (_, say) => say.ok(),
    taken: (_, say) => say.ok(),
    tooSoon: later,
    tooManyLookups: later,
  },
)

export const registerPhone = bind(
  phone.routes.registerPhone,
  registerWithPhone,
  ({ params, body, source }, say) => {
    const number = agreedNumber(params.phone_number, body.phone_number)
    if (number === undefined) return say.failed()
    return { phone: number, code: codeOf(body.identifying_code), source, tellTaken: 'afterCode' as const }
  },
  {
    registered: (_, say) => say.ok(),
    codeWrong: (_, say) => say.failed(),
    codeMissing: (_, say) => say.failed(),
    phoneTaken: (_, say) => say.failed(),
    usernameRefused: (_, say) => say.failed(),
    usernameTaken: (_, say) => say.failed(),
    passwordRefused: (_, say) => say.failed(),
    tooManyLookups: later,
  },
)
