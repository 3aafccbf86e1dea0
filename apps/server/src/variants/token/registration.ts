import { type Core, parseMobile, readNewUsername, registerWithPhone } from '@acct/core'
import { token } from '@acct/schema'
import { bind } from '../../bind.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'

interface Registration {
  username: string
  password: string
  phone: string
  code: string
  source: string
}

/** In the document's order a name that nobody may have is told before what is wrong with password and number. */
async function registerInOrder(core: Core, { phone, ...rest }: Registration) {
  const { username, password } = rest
  if (readNewUsername(core, username) === undefined) return { kind: 'usernameRefused' as const }
  if (Buffer.byteLength(password) < 6) return { kind: 'passwordTooShort' as const }
  if (Buffer.byteLength(password) > 16) return { kind: 'passwordTooLong' as const }
  if (phone === '') return { kind: 'phoneMissing' as const }
  const number = parseMobile(phone, 'mainlandOrE164')
  if (number === undefined) return { kind: 'phoneInvalid' as const }
  return registerWithPhone(core, { ...rest, phone: number, tellTaken: 'beforeCode' })
}

export const register = bind(
  token.routes.register,
  registerInOrder,
  ({ body: { username = '', password = '', phone = '', verify_code }, source }, say) => {
    if (username === '') return say.usernameMissing()
    if (Buffer.byteLength(username) > 15) return say.usernameTooLong()
    return { username, password, phone, code: codeOf(verify_code), source }
  },
  {
    registered: (_, say) => say.ok(),
    usernameRefused: (_, say) => say.usernameRefused(),
    passwordTooShort: (_, say) => say.passwordTooShort(),
    passwordTooLong: (_, say) => say.passwordTooLong(),
    // The document has no words for a password that is only too common.
    passwordRefused: (_, say) => say.badRequest(),
    phoneMissing: (_, say) => say.phoneMissing(),
    phoneInvalid: (_, say) => say.phoneInvalid(),
    phoneTaken: (_, say) => say.phoneTaken(),
    codeMissing: (_, say, { body }) => (codeOf(body.verify_code) === '' ? say.codeMissing() : say.codeNotSent()),
    codeWrong: (_, say, { body }) => (codeOf(body.verify_code) === '' ? say.codeMissing() : say.codeWrong()),
    usernameTaken: (_, say) => say.usernameTaken(),
    tooManyLookups: later,
  },
)
