import { Type } from '@sinclair/typebox'
import { digits, file, text } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { pictureUrl, token } from './fields.ts'

/** 上传头像 */
export const updateAvatar = route({
  method: 'POST',
  path: '/user/update_avator',
  summary: 'Set the caller’s picture',
  description:
    'Stored anew as JPEG in 100×100 and 640×640, upright, without anything that the file said beside the picture. Of ' +
    'an animation the first frame. The picture before it is gone.',
  caller: 'signedIn',
  body: Type.Object({
    image: file('A JPEG, PNG, WebP or GIF, whatever its name: up to 5 MiB, 64 to 4096 pixels a side.'),
    token,
  }),
  outcomes: {
    ok: succeeds(
      Type.Object({ avator: pictureUrl('avator') }, { additionalProperties: false, description: 'The picture.' }),
      'The picture is set.',
    ),
    pictureInvalid: fails('3300', '图片格式不正确', 'No file, or not a picture of these formats, or a broken one.'),
    pictureTooLarge: fails('3301', '图片过大', 'More than 5 MiB, or than 4096 pixels a side.'),
    pictureTooSmall: fails('3302', '图片过小', 'Less than 64 pixels a side.'),
  },
  protocol: { unauthorized: true },
})

/** 补充用户信息 */
export const updateInfo = route({
  method: 'POST',
  path: '/user/update_info',
  summary: 'Change the caller’s own profile',
  description:
    'Fields left out stay as they are; all the others are changed, or none. A number and an e-mail are claims: shown ' +
    'to their owner, they identify nobody. A verified one stays for sign-in and recovery, and is told. What is ' +
    'malformed is a `badRequest`.',
  caller: 'signedIn',
  body: Type.Object({
    name: text('The name shown to others: 1 to 64 characters (Unicode code points).', { examples: ['李雷'] }),
    gender: digits('1: 男 (male), 0: 女 (female).', { examples: ['1'] }),
    phone: text('A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.', {
      examples: ['13812345678'],
    }),
    email: text('An e-mail address.', { examples: ['li.lei@example.com'] }),
    token,
  }),
  outcomes: {
    ok: succeeds(
      Type.Object(
        {
          name: Type.String({ description: 'The name shown to others.', examples: ['李雷'] }),
          phone: Type.String({
            description:
              'The claimed number if there is one, else the verified one: 11 digits for a mainland number, E.164 for others.',
            examples: ['13812345678'],
          }),
          gender: Type.Union([Type.Literal('1'), Type.Literal('0'), Type.Literal('')], {
            description: '1: 男 (male), 0: 女 (female).',
            examples: ['1'],
          }),
          avator: pictureUrl('avator'),
          large_avator: pictureUrl('large_avator'),
          email: Type.String({
            description: 'The claimed e-mail if there is one, else the verified one.',
            examples: ['li.lei@example.com'],
          }),
        },
        { additionalProperties: false, description: 'The profile as it is now. What was never set is empty.' },
      ),
      'Everything given was changed.',
    ),
    phoneTaken: fails('3400', '手机号已注册', 'Another account has proven that the number is its own.'),
    emailTaken: fails('3401', '邮箱已被占用', 'Another account has proven that the e-mail is its own.'),
  },
  protocol: { unauthorized: true },
})
