import { Type } from '@sinclair/typebox'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { code, cookieGone, email, phone } from './fields.ts'
import { addressErrors } from './password.ts'

/** 删除账号 */
export const dropout = route({
  method: 'POST',
  path: '/api/user/dropout',
  summary: 'Delete the caller’s account, for good',
  description:
    'Everything kept about it goes: profile, picture, sessions, codes, messages, follows and fans. Its name and ' +
    'addresses are free again. The address must be a verified one of the account.',
  caller: 'signedIn',
  body: Type.Object({
    email,
    phone,
    smscode: code('The code that was sent to the address, an e-mail included.'),
  }),
  outcomes: {
    ok: succeeds({}, 'The account is gone.', cookieGone),
    notOwner: fails(
      1,
      'The caller is not signed in, or the address is not a verified one of the account. Told after the right code ' +
        'only, which stays good.',
    ),
    ...addressErrors,
    codeWrong: fails(2, '`smscode` is wrong.'),
  },
})
