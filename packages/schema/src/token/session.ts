import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { constant, fails, succeeded, succeeds } from './envelope.ts'
import { accessToken } from './fields.ts'

/** 登录 */
export const login = route({
  method: 'POST',
  path: '/api/user/login',
  summary: 'Sign in with a mobile number or an e-mail and a password',
  description:
    'Opens a new session. Ten wrong passwords within 15 minutes close the account’s password login for 15 minutes.',
  caller: 'anyone',
  body: Type.Object({
    loginName: text('A verified mobile number or e-mail of the account.', { examples: ['13812345678'] }),
    password: text('The account’s password, up to 128 bytes.', { examples: ['hanmeimei_1'] }),
  }),
  outcomes: {
    ok: {
      status: 200,
      description: 'The caller is signed in.',
      headers: { 'set-cookie': { description: 'The session cookie `acct_session` (`__Host-acct_session` on HTTPS).' } },
      body: Type.Object(
        {
          status: succeeded,
          data: constant(''),
          token: accessToken,
          refreshToken: Type.String({
            pattern: '^acct_r_[A-Za-z0-9_-]{43}$',
            description: 'Gets new access tokens (`refreshToken`), for 30 days and no longer than its session.',
            examples: ['acct_r_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'],
          }),
        },
        { additionalProperties: false },
      ),
    },
    loginNameMissing: fails('请输入注册时用的邮箱或者手机号呀', '`loginName` is missing or empty.'),
    passwordMissing: fails('喵，你没输入密码么？', '`password` is missing or empty.'),
    invalidCredentials: fails(
      '用户名或密码错误',
      'No such account, not its password, or an account that is locked or closed for now.',
    ),
  },
})

/** 使用refreshToken获取新token */
export const refreshToken = route({
  method: 'GET',
  path: '/api/verify/token',
  summary: 'Get a new access token',
  description:
    'The refresh token stays what it is, and earlier access tokens are good to their own end: many clients of one ' +
    'session may refresh at once.',
  caller: 'anyone',
  query: Type.Object({
    refreshToken: text('The refresh token that the login answered.', {
      examples: ['acct_r_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'],
    }),
  }),
  outcomes: {
    ok: succeeds(accessToken, 'Here it is.'),
    invalid: fails('refreshToken失效', 'No refresh token, or it expired, or its session is over: sign in again.'),
  },
})
