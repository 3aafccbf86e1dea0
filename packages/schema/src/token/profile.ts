import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { route } from '../route.ts'
import { constant, fails, succeeds } from './envelope.ts'
import { notSignedIn, person, token } from './fields.ts'

const secret = Type.Literal('', { description: 'Always empty: the document has the key, nobody gets the secret.' })

/** 获取自己的详细信息 */
export const getSelf = route({
  method: 'GET',
  path: '/api/user/info/self',
  summary: 'Read the caller’s own account',
  caller: 'signedIn',
  query: Type.Object({ token }),
  outcomes: {
    ok: succeeds(
      Type.Object(
        {
          Uid: person.Uid,
          Username: person.Username,
          Password: secret,
          Email: Type.String({ description: 'The e-mail; empty if there is none.', examples: ['li.lei@example.com'] }),
          Phone: Type.String({
            description:
              'The mobile number, 11 digits for a mainland number, E.164 for others; empty if there is none.',
            examples: ['13812345678'],
          }),
          Salt: secret,
          RegDate: person.RegDate,
          Statement: person.Statement,
        },
        { additionalProperties: false, description: 'The account.' },
      ),
      'The caller’s account.',
    ),
    ...notSignedIn,
  },
})

/** 获取 UID 为 :uid 的用户的个人信息 */
export const getInfo = route({
  method: 'GET',
  path: '/api/user/info/:uid',
  summary: 'Read another account’s public information',
  description: 'The document names the path, and says that it is not developed yet.',
  extension: true,
  caller: 'anyone',
  params: Type.Object({
    uid: Type.Union([Type.Integer(), Type.String()], {
      description: 'The account’s id, in digits.',
      examples: [4503599627370497],
    }),
  }),
  outcomes: {
    ok: succeeds(
      Type.Object(
        {
          Uid: person.Uid,
          Username: person.Username,
          Email: Type.String({ description: 'Empty unless its owner shows it.', examples: ['li.lei@example.com'] }),
          Phone: Type.String({ description: 'Empty unless its owner shows it.', examples: ['13812345678'] }),
          RegDate: person.RegDate,
          Statement: person.Statement,
        },
        { additionalProperties: false, description: 'What its owner shows.' },
      ),
      'What there is to know.',
    ),
    userNotFound: fails('用户不存在', 'There is no account with this id.'),
  },
})

/** 修改个性签名 */
export const setStatement = route({
  method: 'PUT',
  path: '/api/user/statement',
  summary: 'Set the caller’s personal signature',
  caller: 'signedIn',
  body: Type.Object({
    token,
    new_statement: text('Up to 100 characters (Unicode code points). Missing or empty: the default signature.', {
      examples: ['hello'],
    }),
  }),
  outcomes: {
    ok: succeeds(constant(''), 'The signature is set.'),
    ...notSignedIn,
    tooLong: { ...fails('个性签名太长了', 'Longer than 100 characters.'), extension: true },
    refused: { ...fails('个性签名不合法', 'It holds a forbidden word, or is no well-formed text.'), extension: true },
  },
})
