import { Type } from '@sinclair/typebox'
import { digits, text } from '../atoms.ts'
import { route } from '../route.ts'
import { envelopeInNumbers, fails, succeedsInNumbers } from './envelope.ts'
import { pictureUrl } from './fields.ts'

const closed = { additionalProperties: false }

const userInfo = Type.Object(
  {
    uid: Type.Integer({ minimum: 1, description: 'The account’s id.', examples: [4503599627370497] }),
    account: Type.String({
      description: 'The account’s name, else its 11-digit number, else its e-mail; empty if it has none of them.',
      examples: ['13812345678'],
    }),
    name: Type.String({ description: 'The name shown to others; empty if never set.', examples: ['李雷'] }),
    gender: Type.Union([Type.Literal(1), Type.Literal(0), Type.Null()], {
      description: '1: 男 (male), 0: 女 (female), null: unknown.',
      examples: [1],
    }),
    user_type: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)], {
      description: 'How the caller signed in: 1 by password, 2 QQ, 3 WeChat, 4 Weibo.',
      examples: [1],
    }),
    user_status: Type.Union([Type.Literal(1), Type.Literal(2)], { description: '1: fine, 2: locked.', examples: [1] }),
    avator: pictureUrl('avator'),
    large_avator: pictureUrl('large_avator'),
    token: Type.String({
      pattern: '^acct_s_[A-Za-z0-9_-]{43}$',
      description: 'The session’s token: the field `token` of the other routes.',
      examples: ['acct_s_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'],
    }),
    expires: Type.Integer({
      minimum: 0,
      description: 'When the session is over at the latest, in seconds since 1970.',
      examples: [1801450000],
    }),
    phone: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      description:
        'The claimed number if there is one, else the verified one: 11 digits for a mainland number, E.164 without `+` for others.',
      examples: [13812345678],
    }),
    email: Type.Union([Type.String(), Type.Null()], {
      description: 'The claimed e-mail if there is one, else the verified one.',
      examples: ['li.lei@example.com'],
    }),
    is_new_user: Type.Union([Type.Literal(1), Type.Literal(0)], {
      description: '1 if this sign-in made the account, else 0.',
      examples: [0],
    }),
  },
  { ...closed, description: 'Who signed in.' },
)

/** 账密登录 */
export const login = route({
  method: 'POST',
  path: '/user/login',
  summary: 'Sign in with a password, or through QQ, WeChat or Weibo',
  description:
    'Opens a new session. A provider’s token must have been issued to an app that the operator configured, and to the ' +
    'person of this openid; the first time it makes an account with their name and picture. Ten wrong passwords within ' +
    '15 minutes close the account’s password login for 15 minutes.',
  caller: 'anyone',
  body: Type.Object({
    user_type: digits('1: by `account` and `password`. 2 QQ, 3 WeChat, 4 Weibo: by `token` and `openid`.', {
      examples: ['1'],
    }),
    token: text('The provider’s access token.', { examples: [''] }),
    openid: text('The provider’s openid (Weibo: the uid).', { examples: [''] }),
    account: text('The account’s name, or a verified mobile number or e-mail of it.', { examples: ['13812345678'] }),
    password: text('The account’s password, up to 128 bytes.', { examples: ['hanmeimei1'] }),
  }),
  outcomes: {
    ok: succeedsInNumbers(
      Type.Object({ user_info: userInfo }, { ...closed, description: 'What there is to know.' }),
      'The caller is signed in.',
      { 'set-cookie': { description: 'The session cookie `acct_session` (`__Host-acct_session` on HTTPS).' } },
    ),
    invalidCredentials: fails(
      3100,
      '账号或密码错误',
      'No such account, not its password, closed for now, or not proven to be this person of the provider.',
    ),
    locked: fails(3101, '账号已锁定', 'Everything is right, but an operator locked the account.'),
  },
  envelope: envelopeInNumbers,
})
