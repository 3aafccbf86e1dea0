import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { says, saysId } from './envelope.ts'
import { code, numberInPath, phoneNumber, sendingLimits, setsCookie, userId } from './fields.ts'

/** forgetPassword, GET */
export const sendResetCode = route({
  method: 'GET',
  path: '/user/forgetPassword/:phone_number',
  summary: 'Send a code to set a new password with',
  description:
    `${sendingLimits} A number without an account gets an SMS that says so in place of a code; the answer is the same. ` +
    'What is no mobile number is a `badRequest`.',
  caller: 'anyone',
  params: numberInPath,
  outcomes: {
    ok: says(200, '注意接收验证码', 'The SMS is on its way.'),
  },
})

/** forgetPassword, POST */
export const forgetPassword = route({
  method: 'POST',
  path: '/user/forgetPassword/:phone_number',
  summary: 'Set a new password with a code',
  description: 'Ends every session of the account, opens a new one and sets its cookie.',
  caller: 'anyone',
  params: numberInPath,
  body: Type.Object({
    phone_number: phoneNumber,
    account: text('The name of the account that has this number, or the number itself.', { examples: ['li_lei'] }),
    identifying: code,
    new_password: text(
      'The new password: 1 to 128 characters (Unicode code points), at most 128 bytes; else the answer is `badRequest`.',
      { examples: ['lilei_2'] },
    ),
  }),
  outcomes: {
    ok: saysId(200, 'login successful', userId, 'The new password holds, and the caller is signed in.', setsCookie),
    userNotFound: says(404, '用户不存在', 'The code is right, but `account` is not the account with this number.'),
    codeWrong: says(
      401,
      '验证码错误',
      'Not the code that was sent to this number, the two numbers differ, or the account is locked.',
    ),
    codeExpired: says(400, '验证码已经过期', 'The code expired, was used up or burnt, or was never sent.'),
  },
})
