import { variant } from '../route.ts'
import { envelope } from './envelope.ts'
import { updateAvatar, updateInfo } from './profile.ts'
import { register, sendVerifycode } from './registration.ts'
import { login } from './session.ts'

export const social = variant({
  name: 'social',
  title: 'social',
  description:
    'Password, QQ, WeChat and Weibo, a picture and a profile. The caller is known by the session’s token (a field, or ' +
    'Bearer) or the session cookie. Documented errors are HTTP 200 with a code.',
  envelope,
  routes: { login, register, updateAvatar, updateInfo, sendVerifycode },
})
