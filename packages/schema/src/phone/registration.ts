import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { says } from './envelope.ts'
import { account, code, numberInPath, phoneNumber, sendingLimits } from './fields.ts'

/** register */
export const register = route({
  method: 'POST',
  path: '/user/register',
  summary: 'Create an account with a name and a password',
  description: 'Does not sign in.',
  caller: 'anyone',
  body: Type.Object({
    account,
    password: text('1 to 128 characters (Unicode code points), at most 128 bytes.', { examples: ['hanmeimei_1'] }),
    name: text('The name shown to others; may be left out.', { examples: ['李雷'] }),
    role: text(
      '`normal_user` (default), `vip_user`, `creator` or `admin`. Any but the default needs a caller signed in as ' +
        '`admin`, unless the operator opened it; `admin` can not be opened.',
      { examples: ['normal_user'] },
    ),
  }),
  outcomes: {
    ok: says(200, 'register successful', 'The account exists from now on.'),
    failed: says(200, 'register failure', 'A field is missing or malformed, or the caller may not give this role.'),
    accountTaken: says(200, 'account had been used', 'Another account has this name.'),
  },
})

/** registerPhone, GET */
export const sendRegisterCode = route({
  method: 'GET',
  path: '/user/registerPhone/:phone_number',
  summary: 'Send a code to register with',
  description: `${sendingLimits} A number that has an account gets an SMS that says so in place of a code; the answer is the same.`,
  caller: 'anyone',
  params: numberInPath,
  outcomes: {
    ok: says(200, '注意接收短信', 'The SMS is on its way.'),
    failed: says(403, 'register failure', 'Not a mobile number.'),
  },
})

/** registerPhone, POST */
export const registerPhone = route({
  method: 'POST',
  path: '/user/registerPhone/:phone_number',
  summary: 'Create an account with a code',
  description: 'The account’s name is the number, and it has no password. Does not sign in.',
  caller: 'anyone',
  params: numberInPath,
  body: Type.Object({ phone_number: phoneNumber, identifying_code: code }),
  outcomes: {
    ok: says(200, 'register successful', 'The account exists from now on.'),
    failed: says(
      403,
      'register failure',
      'The code is wrong, expired or was never sent, the two numbers differ, or the number has an account.',
    ),
  },
})
