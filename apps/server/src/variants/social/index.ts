import type { social } from '@acct/schema'
import type { Handlers } from '../../bind.ts'
import { updateAvatar, updateInfo } from './profile.ts'
import { register, sendVerifycode } from './registration.ts'
import { login } from './session.ts'

export const handlers: Handlers<typeof social> = { login, register, updateAvatar, updateInfo, sendVerifycode }
