import { Type } from '@sinclair/typebox'
import { digits, text } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, noData, succeeds } from './envelope.ts'
import { phone } from './fields.ts'

/** 基本注册 */
export const register = route({
  method: 'POST',
  path: '/user/register',
  summary: 'Create an account with a mobile number and a password',
  description: 'The number is proven by the code of `sendVerifycode`. Does not sign in.',
  caller: 'anyone',
  body: Type.Object({
    phone,
    password: text('8 to 16 letters and digits, at least one of each.', { examples: ['hanmeimei1'] }),
    verifycode: digits('The code that was sent to the number. Six digits; a number is padded with zeros.', {
      examples: ['012345'],
    }),
  }),
  outcomes: {
    ok: succeeds(
      Type.Object(
        { uid: Type.String({ description: 'The account’s id, in digits.', examples: ['4503599627370497'] }) },
        { additionalProperties: false, description: 'The account.' },
      ),
      'The account exists from now on.',
    ),
    codeWrong: fails('3200', '验证码错误', 'The code is missing, wrong, expired, used up, or was never sent.'),
    phoneInvalid: fails(
      '3201',
      '手机号输入有误',
      'Not a mobile number, or, told only after the right code, a registered one.',
    ),
    passwordInvalid: fails(
      '3202',
      '密码不符合规则',
      '`password` is not 8 to 16 letters and digits with at least one of each.',
    ),
    failed: fails('3203', '系统错误', 'Something broke on the server; nothing was changed.'),
  },
  protocol: { internalError: 'failed' },
})

/** The way to the code that `register` asks for. */
export const sendVerifycode = route({
  method: 'POST',
  path: '/user/send_verifycode',
  summary: 'Send a code by SMS, to register with',
  description:
    'A code is good for 10 minutes and one use. One message a minute to a number, 5 an hour, 10 a day, whichever API ' +
    'asks. A number that has an account gets an SMS that says so in place of a code; the answer is the same.',
  extension: true,
  caller: 'anyone',
  body: Type.Object({ phone }),
  outcomes: {
    ok: succeeds(noData, 'The SMS is on its way.'),
    phoneInvalid: fails('3201', '手机号输入有误', 'Not a mobile number.'),
  },
})
