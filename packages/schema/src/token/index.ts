import { variant } from '../route.ts'
import { setEmail, setPhone } from './addresses.ts'
import { sendCode, sendEmailCode, sendRegisterCode } from './codes.ts'
import { envelope } from './envelope.ts'
import { getInfo, getSelf, setStatement } from './profile.ts'
import { checkPhone, checkUsername, register } from './registration.ts'
import { login, refreshToken } from './session.ts'

export const token = variant({
  name: 'token',
  title: 'token',
  description:
    'Mobile number or e-mail and password, with an access and a refresh token. The caller is known by the access token ' +
    '(a field, or Bearer) or the session cookie. Documented errors are HTTP 200 with `status` false.',
  envelope,
  routes: {
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
  },
})
