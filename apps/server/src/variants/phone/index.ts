import type { phone } from '@acct/schema'
import type { Handlers } from '../../bind.ts'
import { forgetPassword, sendResetCode } from './recovery.ts'
import { register, registerPhone, sendRegisterCode } from './registration.ts'
import { login, loginPhone, logout, sendLoginCode } from './session.ts'

export const handlers: Handlers<typeof phone> = {
  register,
  login,
  logout,
  sendRegisterCode,
  registerPhone,
  sendLoginCode,
  loginPhone,
  sendResetCode,
  forgetPassword,
}
