import { variant } from '../route.ts'
import { envelope } from './envelope.ts'
import { modifyPassword } from './password.ts'
import { changeTelNum, createQR, getInfo, updateInfo } from './profile.ts'
import { register } from './registration.ts'
import { login, logout } from './session.ts'

export const card = variant({
  name: 'card',
  title: 'card',
  description:
    'Username and password, profile and personal QR code. The caller is known by the session cookie (or Bearer). ' +
    'Documented errors are HTTP 200 with a message.',
  envelope,
  routes: { login, register, logout, modifyPassword, getInfo, updateInfo, changeTelNum, createQR },
})
