import { type Outcome, type ProtocolOutcomes, type Route, type Variant, variants } from '@acct/schema'
import { Type } from '@sinclair/typebox'

// A contract of everything that a document can ask for, for tests of what is generated from it.

const closed = { additionalProperties: false }
const nothing = Type.Object({}, closed)
const code = <const Code extends number>(value: Code) => Type.Object({ code: Type.Literal(value) }, closed)

const envelope: ProtocolOutcomes = variants.card.envelope

const numbered = (status: number): Outcome => ({ status, body: code(status), description: `Number ${status}.` })

/** An envelope of one route's own. */
const numbers: ProtocolOutcomes = {
  badRequest: numbered(400),
  unauthorized: numbered(401),
  forbidden: numbered(403),
  notFound: numbered(404),
  methodNotAllowed: numbered(405),
  payloadTooLarge: numbered(413),
  unsupportedMediaType: numbered(415),
  tooManyRequests: numbered(429),
  internalError: numbered(500),
  unavailable: numbered(503),
}

const sendCode: Route = {
  method: 'GET',
  path: '/user/code/:phone_number',
  summary: 'Send a code',
  caller: 'anyone',
  params: Type.Object({ phone_number: Type.String({ description: 'Where to.', examples: ['13812345678'] }) }),
  query: Type.Object({
    lang: Type.Optional(
      Type.Union([Type.String(), Type.Null()], { description: 'A `*/` | <b>tag</b>.', examples: ['zh'] }),
    ),
  }),
  outcomes: { ok: { status: 200, body: nothing, description: 'Sent.' } },
}

const useCode: Route = {
  method: 'POST',
  path: '/user/code/:phone_number',
  summary: 'Use a code',
  description: 'Opens a session.',
  caller: 'anyone',
  extension: true,
  params: Type.Object({ phone_number: Type.String({ description: 'Where it went.', examples: ['13812345678'] }) }),
  body: Type.Object({
    phone_number: Type.Optional(Type.String({ description: 'The same again.', examples: ['13812345678'] })),
    'new-name': Type.Optional(Type.Integer({ description: 'A number.', minimum: 1, examples: [7], extension: true })),
  }),
  outcomes: {
    ok: {
      status: 200,
      description: 'A session is open.',
      headers: { 'x-left': { description: 'Tries left.', extension: true } },
      body: Type.Object(
        {
          status: Type.Literal(true, { description: 'It worked.' }),
          data: Type.Object(
            {
              user: Type.Object(
                { id: Type.Integer({ description: 'Its id.', minimum: 1, examples: [1] }) },
                { ...closed, description: 'The person.' },
              ),
              tags: Type.Array(Type.Union([Type.String(), Type.Null()]), {
                description: 'Words.',
                examples: [['a', null]],
              }),
              follows: Type.Array(
                Type.Object(
                  {
                    name: Type.String({ description: 'A group.', examples: ['default'], minLength: 1, maxLength: 20 }),
                    ids: Type.Array(Type.Integer(), { description: 'Who.', examples: [[1]], maxItems: 5_000 }),
                  },
                  closed,
                ),
                { description: 'By group.' },
              ),
              since: Type.Optional(Type.String({ description: 'A date.', pattern: '^\\d+/\\d+$', examples: ['1/2'] })),
            },
            { ...closed, description: 'What there is.' },
          ),
        },
        closed,
      ),
    },
    wrong: { status: 404, description: 'A wrong code.', body: code(7), extension: true },
  },
  protocol: { tooManyRequests: 'wrong' },
}

const change: Route = {
  method: 'PUT',
  path: '/user/name',
  summary: 'Change a name',
  caller: 'signedIn',
  query: Type.Object({ token: Type.Optional(Type.String({ description: 'A token.', examples: ['t'] })) }),
  body: Type.Object({ name: Type.Optional(Type.String({ description: 'A name.', examples: ["it's"] })) }),
  outcomes: { ok: { status: 201, body: code(1), description: 'Changed.' } },
  protocol: { unauthorized: true },
  envelope: numbers,
}

const setPictures: Route = {
  method: 'POST',
  path: '/user/pictures',
  summary: 'Set pictures',
  caller: 'anyone',
  body: Type.Object({
    image: Type.Optional(Type.Union([Type.Uint8Array(), Type.Null()], { description: 'A picture.' })),
    cover: Type.Union([Type.String(), Type.Uint8Array()], { description: 'A path or a picture.', examples: ['/a'] }),
  }),
  outcomes: { ok: { status: 200, body: nothing, description: 'Set.' } },
}

/** Its file may be a text as well. */
const setCover: Route = {
  ...setPictures,
  path: '/user/cover',
  body: Type.Object({
    cover: Type.Union([Type.String(), Type.Uint8Array()], { description: 'A path or a picture.', examples: ['/a'] }),
  }),
}

export const demo: Variant = {
  name: 'demo',
  title: 'demo',
  description: 'Everything <at> once & more.',
  envelope,
  routes: { sendCode, useCode, change, setPictures, setCover },
}
