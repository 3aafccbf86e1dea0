import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { constant, fails, succeeds } from './envelope.ts'
import { phone, sendingLimits } from './fields.ts'

/** 发送短信验证码 */
export const sendCode = route({
  method: 'POST',
  path: '/api/verify/sms/general',
  summary: 'Send a code by SMS, to change an address with',
  description: `${sendingLimits} For \`setEmail\` and \`setPhone\`.`,
  caller: 'anyone',
  body: Type.Object({ phone }),
  outcomes: {
    ok: succeeds(constant(''), 'The SMS is on its way.'),
    phoneMissing: fails('手机号不可为空', '`phone` is missing or empty.'),
    phoneInvalid: fails('手机号不合法', '`phone` is not a mobile number.'),
  },
})

/** 注册时发送短信验证码 */
export const sendRegisterCode = route({
  method: 'POST',
  path: '/api/verify/sms/register',
  summary: 'Send a code by SMS, to register with',
  description: `${sendingLimits} Tells whether the number has an account, for at most 60 numbers an hour.`,
  caller: 'anyone',
  body: Type.Object({ phone }),
  outcomes: {
    ok: succeeds(constant(''), 'The SMS is on its way.'),
    phoneMissing: fails('手机号不可为空', '`phone` is missing or empty.'),
    phoneTaken: fails('手机号已被使用', 'An account has the number. Nothing was sent.'),
    phoneInvalid: fails('手机号不合法', '`phone` is not a mobile number.'),
  },
})

/** 发送邮箱验证码 */
export const sendEmailCode = route({
  method: 'POST',
  path: '/api/verify/email',
  summary: 'Send a code by e-mail, to change an address with',
  description: `${sendingLimits} For \`setEmail\` and \`setPhone\`.`,
  caller: 'anyone',
  body: Type.Object({ email: text('An e-mail address.', { examples: ['li.lei@example.com'] }) }),
  outcomes: {
    ok: succeeds(constant(''), 'The e-mail is on its way.'),
    emailMissing: fails('邮箱不可为空', '`email` is missing or empty.'),
    emailInvalid: fails('邮箱格式不合法', '`email` is not an e-mail address.'),
  },
})
