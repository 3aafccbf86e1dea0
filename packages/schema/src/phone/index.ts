import { variant } from '../route.ts'
import { envelope } from './envelope.ts'
import { forgetPassword, sendResetCode } from './password.ts'
import { register, registerPhone, sendRegisterCode } from './registration.ts'
import { login, loginPhone, logout, sendLoginCode } from './session.ts'

export const phone = variant({
  name: 'phone',
  title: 'phone',
  description:
    'Accounts with a name and a password, or with a mobile number and codes by SMS. The caller is known by the ' +
    'session cookie (or Bearer). Errors have statuses of their own.',
  envelope,
  routes: {
    register,
    login,
    logout,
    sendRegisterCode,
    registerPhone,
    sendLoginCode,
    loginPhone,
    sendResetCode,
    forgetPassword,
  },
})
