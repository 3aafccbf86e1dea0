import { parseMobile, readUsername, registerWithPhone } from '@acct/core'
import { token } from '@acct/schema'
import { bind } from '../../bind.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'

export const register = bind(
  token.routes.register,
  registerWithPhone,
  ({ body: { username = '', password = '', phone = '', verify_code }, source }, say) => {
    if (username === '') return say.usernameMissing()
    if (Buffer.byteLength(username) > 15) return say.usernameTooLong()
    if (readUsername(username) === undefined) return say.usernameRefused()
    if (Buffer.byteLength(password) < 6) return say.passwordTooShort()
    if (Buffer.byteLength(password) > 16) return say.passwordTooLong()
    if (phone === '') return say.phoneMissing()
    const number = parseMobile(phone, 'mainlandOrE164')
    if (number === undefined) return say.phoneInvalid()
    return { username, password, phone: number, code: codeOf(verify_code), source, tellTaken: 'beforeCode' as const }
  },
  {
    registered: (_, say) => say.ok(),
    usernameRefused: (_, say) => say.usernameRefused(),
    phoneTaken: (_, say) => say.phoneTaken(),
    codeMissing: (_, say, { body }) => (codeOf(body.verify_code) === '' ? say.codeMissing() : say.codeNotSent()),
    codeWrong: (_, say, { body }) => (codeOf(body.verify_code) === '' ? say.codeMissing() : say.codeWrong()),
    usernameTaken: (_, say) => say.usernameTaken(),
    tooManyLookups: later,
  },
)
