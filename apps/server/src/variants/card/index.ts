import type { card } from '@acct/schema'
import type { Handlers } from '../../bind.ts'
import { modifyPassword } from './password.ts'
import { changeTelNum, createQR, getInfo, updateInfo } from './profile.ts'
import { register } from './registration.ts'
import { login, logout } from './session.ts'

export const handlers: Handlers<typeof card> = {
  login,
  register,
  logout,
  modifyPassword,
  getInfo,
  updateInfo,
  changeTelNum,
  createQR,
}
