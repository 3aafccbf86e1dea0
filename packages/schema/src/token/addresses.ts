import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { constant, fails, succeeds } from './envelope.ts'
import { code, notSignedIn, phone, token } from './fields.ts'

// The document has an empty table of answers for these two routes: all failures here are extensions but those of the
// token, which it lists for `getSelf`.

const original = {
  original_address: text(
    'A verified mobile number or e-mail of the caller. May be empty, with its code, where the caller has none.',
    { examples: ['13812345678'] },
  ),
  original_code: code('The code that was sent there.'),
}

const description =
  'Both codes are those of `sendCode` and `sendEmailCode`, and both are used up, or neither. The old address is told of ' +
  'it; the account’s other sessions end.'

const failures = {
  originalMismatch: {
    ...fails('原有地址不正确', '`original_address` is not a verified address of the caller.'),
    extension: true,
  },
  codeNotSent: {
    ...fails('未发送验证码', 'One of the codes is not pending: it was never sent, expired, was used up or burnt.'),
    extension: true,
  },
  codeWrong: { ...fails('验证码错误', 'One of the codes is missing, or not the one that was sent.'), extension: true },
} as const

/** 修改/添加email */
export const setEmail = route({
  method: 'PUT',
  path: '/api/user/email',
  summary: 'Set or change the caller’s e-mail',
  description,
  caller: 'signedIn',
  body: Type.Object({
    ...original,
    new_email: text('The new e-mail address.', { examples: ['li.lei@example.com'] }),
    new_code: code('The code that was sent to the new address.'),
    token,
  }),
  outcomes: {
    ok: succeeds(constant(''), 'The new address is the caller’s from now on.'),
    ...notSignedIn,
    originalMismatch: failures.originalMismatch,
    emailInvalid: { ...fails('邮箱格式不合法', '`new_email` is missing or not an e-mail address.'), extension: true },
    codeNotSent: failures.codeNotSent,
    codeWrong: failures.codeWrong,
    emailTaken: {
      ...fails('邮箱已被使用', 'The codes are right, but another account has the address.'),
      extension: true,
    },
  },
})

/** 修改phone */
export const setPhone = route({
  method: 'PUT',
  path: '/api/user/phone',
  summary: 'Set or change the caller’s mobile number',
  description: `${description} A number is replaced at most three times in 30 days; then it is \`tooManyRequests\`.`,
  caller: 'signedIn',
  body: Type.Object({
    ...original,
    new_phone: phone,
    new_code: code('The code that was sent to the new number.'),
    token,
  }),
  outcomes: {
    ok: succeeds(constant(''), 'The new number is the caller’s from now on.'),
    ...notSignedIn,
    originalMismatch: failures.originalMismatch,
    phoneInvalid: { ...fails('手机号不合法', '`new_phone` is missing or not a mobile number.'), extension: true },
    codeNotSent: failures.codeNotSent,
    codeWrong: failures.codeWrong,
    phoneTaken: {
      ...fails('手机号已被使用', 'The codes are right, but another account has the number.'),
      extension: true,
    },
  },
})
