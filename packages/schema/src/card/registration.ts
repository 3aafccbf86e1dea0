import { Type } from '@sinclair/typebox'
import { route } from '../route.ts'
import { says } from './envelope.ts'
import { nickname, password, telephone, username } from './fields.ts'

/** 注册 */
export const register = route({
  method: 'POST',
  path: '/user/register',
  summary: 'Create an account',
  description: 'Does not sign in.',
  caller: 'anyone',
  body: Type.Object({ username, password, nickname, telephone }),
  outcomes: {
    ok: says('注册成功', 'The account exists from now on.'),
    failed: says('注册失败', 'A field is missing or malformed, or the username is taken.'),
  },
})
