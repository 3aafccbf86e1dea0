import { Type } from '@sinclair/typebox'
import { digits, text } from '../atoms.ts'
import { route } from '../route.ts'
import { says, saysId } from './envelope.ts'
import { account, code, numberInPath, phoneNumber, sendingLimits, setsCookie, userId } from './fields.ts'

const nobody = Type.Literal(0, { description: 'No account.' })

/** login */
export const login = route({
  method: 'POST',
  path: '/user/login',
  summary: 'Sign in with an account’s name and password',
  description:
    'Opens a new session and sets its cookie. A verified mobile number or e-mail works in place of the name. ' +
    'Ten wrong passwords within 15 minutes close the account’s password login for 15 minutes.',
  caller: 'anyone',
  body: Type.Object({
    account,
    password: text('The account’s password, up to 128 bytes.', { examples: ['hanmeimei_1'] }),
  }),
  outcomes: {
    ok: saysId(200, 'login successful', userId, 'The caller is signed in.', setsCookie),
    wrongPassword: saysId(
      400,
      'password error',
      nobody,
      'Not this account’s password, or an account that is locked or closed for now.',
    ),
    unknownAccount: saysId(404, 'no this user!', nobody, 'There is no such account.'),
  },
})

/** logout */
export const logout = route({
  method: 'POST',
  path: '/user/logout',
  summary: 'End the session',
  caller: 'signedIn',
  body: Type.Object({
    user_id: digits('The caller’s own id, as the login answered it. It names the account and proves nothing.', {
      examples: [4503599627370497],
    }),
  }),
  outcomes: {
    ok: says(200, 'logout successful', 'The session is over and its cookie cleared.', {
      'set-cookie': { description: 'Clears the session cookie.' },
    }),
    failed: says(403, 'logout failure', 'There was no session to end, or `user_id` is not its account.'),
  },
})

/** loginPhone, GET */
export const sendLoginCode = route({
  method: 'GET',
  path: '/user/loginPhone/:phone_number',
  summary: 'Send a code to sign in with',
  description: `${sendingLimits} Tells whether the number has an account, for at most 60 numbers an hour.`,
  caller: 'anyone',
  params: numberInPath,
  outcomes: {
    ok: says(200, '注意接收短信', 'The SMS is on its way.'),
    unknownAccount: says(404, 'no this user', 'No account has this number, or it is none.'),
    alreadySignedIn: saysId(403, '已经登陆了', userId, 'The caller’s session is already that account’s.'),
  },
})

/** loginPhone, POST */
export const loginPhone = route({
  method: 'POST',
  path: '/user/loginPhone/:phone_number',
  summary: 'Sign in with a code',
  description: 'Opens a new session and sets its cookie. The fifth wrong try burns the code.',
  caller: 'anyone',
  params: numberInPath,
  body: Type.Object({ phone_number: phoneNumber, identifying_code: code }),
  outcomes: {
    ok: saysId(200, 'login successful', userId, 'The caller is signed in.', setsCookie),
    codeWrong: says(
      400,
      '验证码错误，请重新输入',
      'Not the code that was sent to this number, the two numbers differ, or the account is locked.',
    ),
    codeExpired: says(404, '验证码已经过期，请重新申请', 'The code expired, was used up or burnt, or was never sent.'),
  },
})
