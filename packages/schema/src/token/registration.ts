import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { constant, fails, succeeds } from './envelope.ts'
import { code, phone, username } from './fields.ts'

/** 注册 */
export const register = route({
  method: 'POST',
  path: '/api/user/register',
  summary: 'Create an account with a name, a password and a mobile number',
  description: 'The number is proven by the code of `sendRegisterCode`. Does not sign in.',
  caller: 'anyone',
  body: Type.Object({
    username: username(15),
    password: text('6 to 16 bytes in UTF-8.', { examples: ['hanmeimei_1'] }),
    phone,
    verify_code: code('The code that was sent to the number.'),
  }),
  outcomes: {
    ok: succeeds(constant('注册成功！'), 'The account exists from now on.'),
    usernameMissing: fails('用户名不能为空', '`username` is missing or empty.'),
    usernameTooLong: fails('用户名太长了', '`username` is longer than 15 bytes.'),
    usernameRefused: {
      ...fails('用户名不合法', '`username` is malformed, reads as an address, or holds a forbidden word.'),
      extension: true,
    },
    passwordTooShort: fails('密码不能小于6个字符', '`password` is missing or shorter than 6 bytes.'),
    passwordTooLong: fails('密码不能大于16个字符', '`password` is longer than 16 bytes.'),
    phoneMissing: fails('手机号不可为空', '`phone` is missing or empty.'),
    phoneInvalid: { ...fails('手机号不合法', '`phone` is not a mobile number.'), extension: true },
    phoneTaken: fails('该手机号已经被注册', 'Another account has the number.'),
    codeMissing: fails('请输入验证码', '`verify_code` is missing or empty.'),
    codeNotSent: fails('未发送验证码', 'No code is pending: it was never sent, expired, was used up or burnt.'),
    codeWrong: fails('验证码错误', 'Not the code that was sent to the number.'),
    usernameTaken: {
      ...fails('昵称已存在', 'The code is right, but another account has the name. The code stays good.'),
      extension: true,
    },
  },
})

const lookUps = 'For at most 60 names and numbers an hour from one source; then it is `tooManyRequests`, free or not.'

/** 检验用户名是否合法 */
export const checkUsername = route({
  method: 'GET',
  path: '/api/check/username',
  summary: 'Ask whether a name is free',
  description: `${lookUps} A name that nobody may have is a \`badRequest\`.`,
  caller: 'anyone',
  query: Type.Object({ username: username(14) }),
  outcomes: {
    ok: succeeds(constant(''), 'The name is free.'),
    usernameMissing: fails('请告诉我你的昵称吧', '`username` is missing or empty.'),
    usernameTooLong: fails('昵称过长', '`username` is longer than 14 bytes.'),
    usernameTaken: fails('昵称已存在', 'Another account has the name.'),
  },
})

/** 检验手机号是否合法 */
export const checkPhone = route({
  method: 'GET',
  path: '/api/check/phone',
  summary: 'Ask whether a mobile number is free',
  description: `${lookUps} What is no mobile number is a \`badRequest\`.`,
  caller: 'anyone',
  query: Type.Object({ phone }),
  outcomes: {
    ok: succeeds(constant(''), 'The number is free.'),
    phoneMissing: fails('请告诉我你的手机号吧', '`phone` is missing or empty.'),
    phoneTaken: fails('手机号已被使用', 'Another account has the number.'),
  },
})
