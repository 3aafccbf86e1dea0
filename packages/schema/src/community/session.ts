import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { code, cookieGone, email, phone, sessionCookie, username } from './fields.ts'

/** 验证是否已注册 */
export const verifyAccount = route({
  method: 'POST',
  alsoGet: true,
  path: '/api/user/verify-account',
  summary: 'Ask whether a name, an e-mail or a number has an account',
  description: 'Exactly one of the three is to be given. One source may ask about 60 different ones an hour.',
  caller: 'anyone',
  body: Type.Object({ username, email, phone }),
  outcomes: {
    ok: succeeds({}, 'Nobody has it: not registered.'),
    notExactlyOne: fails(1, 'More than one of the three is given, or none.'),
    registered: fails(2, 'It has an account.'),
  },
})

/** 用户登录 */
export const login = route({
  method: 'POST',
  path: '/api/user/login',
  summary: 'Sign in with a password',
  description:
    'By exactly one of name, verified e-mail and verified number. Opens a new session. Ten wrong passwords within 15 ' +
    'minutes close the account’s password login for 15 minutes.',
  caller: 'anyone',
  body: Type.Object({
    username,
    email,
    phone,
    passwd: text('The account’s password, up to 128 bytes.', { examples: ['hanmeimei_1'] }),
  }),
  outcomes: {
    ok: succeeds({}, 'The caller is signed in.', sessionCookie),
    alreadySignedIn: fails(1, 'The caller is signed in already. Told before anything else.'),
    moreThanOne: fails(2, 'More than one of name, e-mail and number is given.'),
    passwordWrong: fails(3, 'Not the account’s password, closed for now, or the account is locked.'),
    notRegistered: fails(4, 'No account has this name, e-mail or number, or none of them is given.'),
  },
})

/** 用户注册 */
export const signup = route({
  method: 'POST',
  path: '/api/user/signup',
  summary: 'Create an account, and sign in to it',
  description:
    'By exactly one of name, e-mail and number. An e-mail and a number are proven by the code that was sent to them, a ' +
    'name needs none.',
  caller: 'anyone',
  body: Type.Object({
    username,
    email,
    phone,
    passwd: text('6 to 64 characters (Unicode code points), at most 128 bytes in UTF-8.', {
      examples: ['hanmeimei_1'],
    }),
    code: code('The code that was sent to the e-mail or the number.'),
  }),
  outcomes: {
    ok: succeeds({}, 'The account exists from now on, and the caller is signed in.', sessionCookie),
    alreadySignedIn: fails(1, 'The caller is signed in already. Told before anything else.'),
    identifierRefused: fails(
      2,
      'Name, e-mail or number is malformed, holds a forbidden word or is taken, or none is given. That an e-mail or a ' +
        'number is taken is told after the right code only.',
    ),
    passwordInvalid: fails(3, '`passwd` is malformed, or too common.'),
    moreThanOne: fails(4, 'More than one of name, e-mail and number is given.'),
    codeWrong: fails(5, '`code` is wrong, missing or empty.'),
    codeExpired: fails(6, 'No code is pending: it was never sent, expired, was used up or burnt.'),
  },
})

/** 短信验证码注册或登录 */
export const loginSignupSms = route({
  method: 'POST',
  path: '/api/user/login-signup-sms',
  summary: 'Sign in with a code, creating the account if there is none',
  caller: 'anyone',
  body: Type.Object({ phone, smscode: code('The code that was sent to the number.') }),
  outcomes: {
    ok: succeeds({}, 'The caller is signed in; a number without an account has one now.', sessionCookie),
    alreadySignedIn: fails(1, 'The caller is signed in already. Told before anything else.'),
    phoneOrCodeWrong: fails(
      2,
      '`phone` is not a mobile number, or `smscode` is wrong; told after the right code, too, if an operator locked ' +
        'the account.',
    ),
    phoneMissing: fails(3, '`phone` is missing or empty.'),
    codeMissing: fails(4, '`smscode` is missing or empty.'),
    codeExpired: fails(5, 'No code is pending: it was never sent, expired, was used up or burnt.'),
  },
})

/** 登出 */
export const logout = route({
  method: 'POST',
  path: '/api/user/logout',
  summary: 'End the session',
  caller: 'signedIn',
  outcomes: {
    ok: succeeds({}, 'The session is over.', cookieGone),
    notSignedIn: fails(1, 'The caller is not signed in.'),
  },
})
