import type { token } from '@acct/schema'
import type { Handlers } from '../../bind.ts'
import { setEmail, setPhone } from './addresses.ts'
import { checkPhone, checkUsername } from './checks.ts'
import { sendCode, sendEmailCode, sendRegisterCode } from './codes.ts'
import { getInfo, getSelf, setStatement } from './profile.ts'
import { register } from './registration.ts'
import { login, refreshToken } from './session.ts'

export const handlers: Handlers<typeof token> = {
  login,
  register,
  getSelf,
  getInfo,
  setEmail,
  setPhone,
  setStatement,
  refreshToken,
  sendCode,
  sendRegisterCode,
  sendEmailCode,
  checkUsername,
  checkPhone,
}
