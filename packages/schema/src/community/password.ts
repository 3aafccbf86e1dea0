import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { code, email, phone } from './fields.ts'

const smscode = code('The code that was sent to the address, an e-mail included.')

const newPassword = text('The new password: 6 to 64 characters (Unicode code points), at most 128 bytes in UTF-8.', {
  examples: ['lilei_2'],
})

/** The errors that three routes list alike: those of an address and of the code that was sent to it. */
export const addressErrors = {
  codeWrong: fails(2, '`smscode` is wrong; told after the right code, too, if an operator locked the account.'),
  phoneMissing: fails(3, '`phone` is empty, or neither `phone` nor `email` is given.'),
  emailMissing: fails(4, '`email` is empty.'),
  moreThanOne: fails(5, '`email` and `phone` are both given.'),
  codeMissing: fails(6, '`smscode` is missing or empty.'),
  codeExpired: fails(7, 'No code is pending: it was never sent, expired, was used up or burnt.'),
} as const

const noAccount = fails(1, 'No account has verified the address. Told after the right code only, which stays good.')

/** 密码重置 */
export const changePasswd = route({
  method: 'POST',
  path: '/api/user/change-passwd',
  summary: 'Set a new password with a code',
  description:
    'For the account that has verified the address, signed in or not. Ends its sessions, except the caller’s own. What ' +
    'is missing is told before the code is looked at, in the order of the list.',
  caller: 'anyone',
  body: Type.Object({ email, phone, passwd: newPassword, smscode }),
  outcomes: {
    ok: succeeds({}, 'The new password holds from now on.'),
    accountMissing: noAccount,
    ...addressErrors,
    passwordInvalid: fails(8, '`passwd` is missing, empty, malformed or too common.'),
  },
})

/** 密码找回 */
export const getPasswd = route({
  method: 'POST',
  path: '/api/user/get-passwd',
  summary: 'Have a link sent by which a new password can be set',
  description:
    'Nobody can get an old password back: only its hash is kept. The link goes to the verified address, works once and ' +
    'for 15 minutes; until then the old password holds.',
  caller: 'anyone',
  body: Type.Object({ email, phone, smscode }),
  outcomes: {
    ok: succeeds({}, 'The link is on its way.'),
    accountMissing: noAccount,
    ...addressErrors,
  },
})

/** What the page behind the link does. */
export const resetPasswd = route({
  method: 'POST',
  path: '/api/user/reset-passwd',
  summary: 'Set a new password with the ticket of a link',
  description: 'The ticket is the one in the link of `getPasswd`. Ends all sessions of the account.',
  extension: true,
  caller: 'anyone',
  body: Type.Object({
    ticket: text('The `ticket` of the link.', { examples: ['acct_t_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'] }),
    passwd: newPassword,
  }),
  outcomes: {
    ok: succeeds({}, 'The new password holds from now on.'),
    ticketOver: fails(7, 'The ticket is missing, unknown, used up, replaced by a newer one, or expired.'),
    passwordInvalid: fails(8, '`passwd` is missing, empty, malformed or too common. The ticket stays good.'),
  },
})
