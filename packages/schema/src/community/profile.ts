import { Type } from '@sinclair/typebox'
import { file, text } from '../atoms.ts'
import { route } from '../route.ts'
import { fails, succeeds } from './envelope.ts'
import { code, email, fansBefore, id, phone, username } from './fields.ts'

/** 设置自身信息 */
export const setOwnInfo = route({
  method: 'POST',
  path: '/api/user/set-own-info',
  summary: 'Change the caller’s own profile',
  description:
    'Everything given is changed, or nothing; what is left out or empty stays. A new number or e-mail needs the code ' +
    'that was sent to it, and, once the account has a verified address, the code that was sent to that. It ends the ' +
    'other sessions of the account. A file can only go in a multipart form.',
  caller: 'signedIn',
  body: Type.Object({
    username,
    name: text('The name shown to others: 1 to 64 characters (Unicode code points).', { examples: ['李雷'] }),
    phone,
    gender: text('`m`: 男 (male), `w`: 女 (female).', { examples: ['m'] }),
    mail: email,
    email: text('The same as `mail`.', { extension: true, examples: ['li.lei@example.com'] }),
    avatar: file('A JPEG, PNG, WebP or GIF, whatever its name: up to 5 MiB, 64 to 4096 pixels a side.'),
    birthday: text('`YYYY-MM-DD`, from 1900 to today.', { examples: ['2000-01-01'] }),
    code: code('The code that was sent to the new number or e-mail.'),
    original_code: code(
      'The code that was sent to the account’s verified number, else to its verified e-mail; not asked of an account ' +
        'with neither.',
    ),
  }),
  outcomes: {
    ok: succeeds({}, 'Everything given was changed.'),
    notSignedIn: fails(1, 'The caller is not signed in.'),
    nothingGiven: fails(2, 'There is nothing to change.'),
    moreThanOne: fails(3, 'A number and an e-mail are both given.'),
    codeMissing: fails(4, 'A number or an e-mail is given, but `code` or `original_code` is missing or empty.'),
    codeWrong: fails(5, 'A number or an e-mail is given, but `code` or `original_code` is wrong.'),
    codeExpired: fails(
      6,
      'A number or an e-mail is given, but for `code` or `original_code` none is pending: never sent (a malformed ' +
        'address gets none), expired, used up or burnt.',
    ),
    contentRefused: fails(
      7,
      'Name, displayed name, picture, gender or birthday is malformed, or holds a forbidden word.',
    ),
    taken: fails(8, 'Another account has the name, the number or the e-mail. Told after the right codes only.'),
    phoneChangedTooOften: fails(9, 'The account changed its number three times within 30 days.'),
  },
})

const string = (description: string, example: string) =>
  Type.String({ description: `${description} Empty if never set.`, examples: [example] })

const accountIds = (description: string) =>
  Type.Array(Type.Integer({ minimum: 1, examples: [4503599627370497] }), { description })

const profileFields = {
  username: string('The account’s name.', 'li_lei'),
  name: string('The name shown to others.', '李雷'),
  phone: string('The number: country code and number, without `+`.', '8613812345678'),
  gender: Type.Union([Type.Literal('m'), Type.Literal('w'), Type.Literal('')], {
    description: '`m`: 男 (male), `w`: 女 (female). Empty if never set.',
    examples: ['m'],
  }),
  mail: string('The e-mail address.', 'li.lei@example.com'),
  level: Type.Integer({
    minimum: 0,
    description: '0: has answered no questions yet, 1: has, 10 to 14: administrator, 15: developer.',
    examples: [1],
  }),
  avatar: string('URL of the picture.', 'https://id.example.com/files/0123456789abcdef0123456789abcdef0123456789a.jpg'),
  birthday: string('`YYYY-MM-DD`.', '2000-01-01'),
}

const follows = (description: string) =>
  Type.Array(
    Type.Object(
      {
        group_name: Type.String({
          description: '`special`, `default`, or a group of the owner’s own.',
          examples: ['default'],
        }),
        user_ids: accountIds('Who is followed, the newest first; at most 5,000.'),
      },
      { additionalProperties: false },
    ),
    { description },
  )

/** 获取自身信息 */
export const getOwnInfo = route({
  method: 'POST',
  alsoGet: true,
  path: '/api/user/get-own-info',
  summary: 'Read the caller’s own profile',
  caller: 'signedIn',
  body: Type.Object({ fans_before: fansBefore }),
  outcomes: {
    ok: succeeds(
      {
        userid: Type.Integer({ minimum: 1, description: 'The account’s id.', examples: [4503599627370497] }),
        ...profileFields,
        follows: follows('Whom the caller follows: `special`, `default` and every own group, empty ones too.'),
        fans: accountIds('Who follows the caller, the newest first; at most 5,000.'),
      },
      'The profile. A number or an e-mail that is only claimed is shown where none is verified.',
    ),
    notSignedIn: fails(1, 'The caller is not signed in.'),
  },
})

/** 获取其他用户信息 */
export const getUserInfo = route({
  method: 'POST',
  alsoGet: true,
  path: '/api/user/get-user-info',
  summary: 'Read another account’s profile',
  description:
    'For callers of a level above 0. What the owner does not show is exactly as if it were not set; the owner and ' +
    'administrators (level 10 and more) see it.',
  caller: 'signedIn',
  body: Type.Object({ id, fans_before: fansBefore }),
  outcomes: {
    ok: succeeds(
      {
        ...profileFields,
        follows: follows(
          'Whom the account follows: `special`, and `default` for all its other groups together. Empty if it follows ' +
            'nobody or does not show it.',
        ),
        fans: accountIds(
          'Who follows the account and shows that, the newest first; at most 5,000. Empty if the account does not show it.',
        ),
      },
      'What the caller may see of the account.',
    ),
    idInvalid: fails(1, '`id` is missing, empty or not an id. Told to signed-in callers of a level above 0 only.'),
    idMissing: fails(2, 'No account has this id. Told to signed-in callers of a level above 0 only.'),
    levelTooLow: fails(3, 'The caller’s level is 0.'),
    notSignedIn: fails(4, 'The caller is not signed in.'),
  },
})
