import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { says } from './envelope.ts'

/** 修改密码 */
export const modifyPassword = route({
  method: 'POST',
  path: '/user/modifyPassword',
  summary: 'Change the caller’s password',
  description: 'Ends every other session of the account; the caller goes on in a fresh one.',
  caller: 'signedIn',
  body: Type.Object({
    old_pwd: text('The present password, up to 128 bytes. A wrong one counts as a wrong login.', {
      examples: ['hanmeimei_1'],
    }),
    new_pwd: text('The new password: 1 to 20 of the characters A–Z, a–z, 0–9 and _.', { examples: ['lilei_2'] }),
    confirm_pwd: text('The new password again.', { examples: ['lilei_2'] }),
  }),
  outcomes: {
    ok: says('密码修改成功', 'The new password holds from now on.', {
      'set-cookie': { description: 'The fresh session’s cookie.' },
    }),
    failed: says('密码修改失败', 'Not signed in, the old password is wrong, or the new one is malformed or differs.'),
  },
})
