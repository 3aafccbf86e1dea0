import { Type } from '@sinclair/typebox'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { email, phone } from './fields.ts'

const limits =
  'The same whether or not there is an account. A code is good for 10 minutes and one use. One message a minute to an ' +
  'address, 5 an hour, 10 a day, whichever API asks; 60 a day by one source.'

const retryAfter = { 'retry-after': { description: 'For how many seconds to wait.', extension: true } } as const

/** 请求发送验证邮件 */
export const requestEmailCode = route({
  method: 'POST',
  path: '/api/user/request-email-code',
  summary: 'Send a code by e-mail',
  description: limits,
  caller: 'anyone',
  body: Type.Object({ email }),
  outcomes: {
    ok: succeeds({}, 'The e-mail is on its way.'),
    emailInvalid: fails(1, '`email` is not an e-mail address.'),
    emailMissing: fails(2, '`email` is missing or empty.'),
    tooOften: fails(3, 'Too many messages to this address or by this source, or too many requests.', retryAfter),
  },
  protocol: { tooManyRequests: 'tooOften' },
})

/** 请求发送短信验证码 */
export const requestSmsCode = route({
  method: 'POST',
  path: '/api/user/request-sms-code',
  summary: 'Send a code by SMS',
  description: limits,
  caller: 'anyone',
  body: Type.Object({ phone }),
  outcomes: {
    ok: succeeds({}, 'The SMS is on its way.'),
    phoneInvalid: fails(1, '`phone` is not a mobile number.'),
    phoneMissing: fails(2, '`phone` is missing or empty.'),
    tooOften: fails(3, 'Too many messages to this number or by this source, or too many requests.', retryAfter),
  },
  protocol: { tooManyRequests: 'tooOften' },
})
