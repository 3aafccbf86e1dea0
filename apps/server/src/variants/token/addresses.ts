import { changeAddress, parseMobile, readEmail } from '@acct/core'
import { token } from '@acct/schema'
import { bindSignedIn } from '../../bind.ts'
import { codeOf } from '../code.ts'
import { later } from '../later.ts'
import { withoutToken } from './caller.ts'

/** The address that the caller has so far and the code sent to it; absent where the caller has none yet. */
const originalOf = (body: { original_address?: string; original_code?: string | number }) =>
  body.original_address ? { address: body.original_address, code: codeOf(body.original_code) } : undefined

export const setEmail = bindSignedIn(
  token.routes.setEmail,
  withoutToken,
  changeAddress,
  ({ body, session }) => {
    const email = readEmail(body.new_email ?? '')
    const next = email && ({ kind: 'email', email } as const)
    return { session, original: originalOf(body), next, nextCode: codeOf(body.new_code) }
  },
  {
    changed: (_, say) => say.ok(),
    originalMismatch: (_, say) => say.originalMismatch(),
    addressRefused: (_, say) => say.emailInvalid(),
    codeMissing: (_, say) => say.codeNotSent(),
    codeWrong: (_, say) => say.codeWrong(),
    taken: (_, say) => say.emailTaken(),
    // Can not happen to an e-mail.
    tooManyPhoneChanges: later,
    sessionOver: (_, say) => say.tokenInvalid(),
  },
)

export const setPhone = bindSignedIn(
  token.routes.setPhone,
  withoutToken,
  changeAddress,
  ({ body, session }) => {
    const e164 = parseMobile(body.new_phone ?? '', 'mainlandOrE164')
    const next = e164 === undefined ? undefined : ({ kind: 'phone', e164 } as const)
    return { session, original: originalOf(body), next, nextCode: codeOf(body.new_code) }
  },
  {
    changed: (_, say) => say.ok(),
    originalMismatch: (_, say) => say.originalMismatch(),
    addressRefused: (_, say) => say.phoneInvalid(),
    codeMissing: (_, say) => say.codeNotSent(),
    codeWrong: (_, say) => say.codeWrong(),
    taken: (_, say) => say.phoneTaken(),
    tooManyPhoneChanges: later,
    sessionOver: (_, say) => say.tokenInvalid(),
  },
)
