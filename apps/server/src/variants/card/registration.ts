import { parseMobile, registerWithUsername } from '@acct/core'
import { card } from '@acct/schema'
import { bind } from '../../bind.ts'
import { hasLength, isWord } from './fields.ts'

export const register = bind(
  card.routes.register,
  registerWithUsername,
  ({ body: { username, password, nickname, telephone = '' } }, say) => {
    const phoneClaim = parseMobile(telephone, 'mainland11')
    const wellFormed = isWord(username) && isWord(password) && hasLength(nickname, 1, 20) && phoneClaim !== undefined
    return wellFormed ? { username, password, nickname, phoneClaim } : say.failed()
  },
  {
    registered: (_, say) => say.ok(),
    roleRefused: (_, say) => say.failed(),
    usernameRefused: (_, say) => say.failed(),
    usernameTaken: (_, say) => say.failed(),
    passwordRefused: (_, say) => say.failed(),
    nicknameRefused: (_, say) => say.failed(),
  },
)
