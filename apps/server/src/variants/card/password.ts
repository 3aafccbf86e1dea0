import { changePassword } from '@acct/core'
import { card } from '@acct/schema'
import { bindSignedIn } from '../../bind.ts'
import { startSession } from '../../http/cookie.ts'
import { isWord } from './fields.ts'

export const modifyPassword = bindSignedIn(
  card.routes.modifyPassword,
  (say) => say.failed(),
  changePassword,
  ({ body: { old_pwd, new_pwd, confirm_pwd }, session }, say) =>
    old_pwd && isWord(new_pwd) && new_pwd === confirm_pwd
      ? { session, oldPassword: old_pwd, newPassword: new_pwd }
      : say.failed(),
  {
    changed: ({ session }, say) => say.ok({}, startSession(session)),
    wrongPassword: (_, say) => say.failed(),
    closed: (_, say) => say.failed(),
    passwordRefused: (_, say) => say.failed(),
    sessionOver: (_, say) => say.failed(),
  },
)
