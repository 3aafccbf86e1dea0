import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { says } from './envelope.ts'
import { username } from './fields.ts'

const setsCookie = {
  'set-cookie': { description: 'The session cookie `acct_session` (`__Host-acct_session` on HTTPS).' },
}

/** 登录 */
export const login = route({
  method: 'POST',
  path: '/user/login',
  summary: 'Sign in with a username and a password',
  description:
    'Opens a new session and sets its cookie. A verified mobile number works in place of the username. ' +
    'Ten wrong passwords within 15 minutes close the account’s password login for 15 minutes.',
  caller: 'anyone',
  body: Type.Object({
    username,
    password: text('The account’s password, up to 128 bytes.', { examples: ['hanmeimei_1'] }),
  }),
  outcomes: {
    ok: says('登录成功', 'The caller is signed in.', setsCookie),
    invalidCredentials: says(
      '用户名或密码错误',
      'No such account, not its password, a malformed field, or an account that is locked or closed for now.',
    ),
  },
})

/** 登出 */
export const logout = route({
  method: 'POST',
  path: '/user/logout',
  summary: 'End the session',
  caller: 'signedIn',
  outcomes: {
    ok: says('成功退出登录', 'The session is over and its cookie cleared.', {
      'set-cookie': { description: 'Clears the session cookie.' },
    }),
    notSignedIn: says('登出失败，请检查登录状态', 'There was no session to end.'),
  },
})
