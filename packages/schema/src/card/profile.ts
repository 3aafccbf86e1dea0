import { Type } from '@sinclair/typebox'
import { flag, instant, text, textOrFile } from '../atoms.ts'
import { route } from '../route.ts'
import { says } from './envelope.ts'
import { nickname, telephone, username } from './fields.ts'

/** 查看个人信息 */
export const getInfo = route({
  method: 'POST',
  path: '/user/getInfo',
  summary: 'Read the caller’s own profile',
  caller: 'signedIn',
  outcomes: {
    ok: {
      status: 200,
      description: 'The profile. What was never set is null.',
      body: Type.Object(
        {
          avatar: Type.String({
            description: 'Path of the picture on this server; a default picture if none was set.',
            examples: ['/files/default-avatar.png'],
          }),
          nickname: Type.Union([Type.String(), Type.Null()], {
            description: 'The name shown to others; null if the account came from another API and never set one.',
            examples: ['李雷'],
          }),
          username: Type.Union([Type.String(), Type.Null()], {
            description: 'The account’s name as it was typed; null if the account came from another API without one.',
            examples: ['li_lei'],
          }),
          gender: Type.Union([Type.Boolean(), Type.Null()], {
            description: 'false: 男 (male), true: 女 (female).',
            examples: [false],
          }),
          age: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
            description: 'Whole years from `birthday` to today’s date in Asia/Shanghai.',
            examples: [26],
          }),
          birthday: Type.Union([instant('RFC 3339'), Type.Null()], {
            description: 'RFC 3339 date-time, at the offset of Asia/Shanghai (+08:00).',
            examples: ['2000-01-01T00:00:00+08:00'],
          }),
          telephone: Type.Union([Type.String(), Type.Null()], {
            description:
              'The claimed number if there is one, else the verified one: 11 digits for a mainland number, E.164 for others.',
            examples: ['13812345678'],
          }),
          signature: Type.String({ description: 'The personal signature; empty if never set.', examples: ['hello'] }),
        },
        { additionalProperties: false },
      ),
    },
    failed: says('获取信息失败', 'Not signed in.'),
  },
})

/** 更新个人信息 */
export const updateInfo = route({
  method: 'POST',
  path: '/user/updateInfo',
  summary: 'Change the caller’s own profile',
  description: 'Every field may be left out, but at least one must be there. All of them are changed, or none.',
  caller: 'signedIn',
  body: Type.Object({
    avatar: textOrFile(
      'Path of a picture that this server gave to this account (see `getInfo`); or, an extension, the picture itself: a ' +
        'JPEG, PNG, WebP or GIF, up to 5 MiB, 64 to 4096 pixels a side.',
      { examples: ['/files/default-avatar.png'] },
    ),
    username,
    nickname,
    gender: flag('false or 0: 男 (male), true or 1: 女 (female).', { examples: [true] }),
    birthday: text(
      'A date (`2000-01-01`) or a date-time (`2000-01-01T08:00:00+08:00`; without an offset, Asia/Shanghai). ' +
        'Not in the future, not before 1900.',
      { examples: ['2000-01-01'] },
    ),
    signature: text('Up to 100 characters (Unicode code points).', { examples: ['hello'] }),
  }),
  outcomes: {
    ok: says('更新成功', 'Everything given was changed.'),
    failed: says(
      '更新失败',
      'Not signed in, nothing given, a malformed field, a taken username, or a picture that is not the caller’s or can not be used. Nothing was changed.',
    ),
  },
})

/** 更换手机号码 */
export const changeTelNum = route({
  method: 'POST',
  path: '/user/changeTelNum',
  summary: 'Claim another mobile number',
  description:
    'The number is shown to the caller and identifies nobody. A verified number of the account, if it has one, ' +
    'stays its login and recovery number, and is told by SMS.',
  caller: 'signedIn',
  body: Type.Object({ telephone }),
  outcomes: {
    ok: says('手机号更新成功', 'The claim is kept.'),
    failed: says('手机号更新失败', 'Not signed in, or not a mainland mobile number.'),
  },
})

/** 生成二维码 */
export const createQR = route({
  method: 'POST',
  path: '/user/createQR',
  summary: 'Make the caller’s QR code',
  description: 'The code opens the caller’s public profile page on this server.',
  caller: 'signedIn',
  outcomes: {
    ok: says('生成二维码成功', 'The code exists from now on.', {
      'content-location': {
        description:
          'URL of the code as PNG; the same with `.svg` in place of `.png` as SVG. Readable by whoever has it.',
        extension: true,
      },
    }),
    failed: says('生成二维码失败', 'Not signed in.'),
  },
})
