const text = { type: 'string' }

/** An answer as long as card's getInfo about anybody in the databases. */
export const ownInfo = {
  avatar: '/files/default-avatar.png',
  nickname: 'person_0000000',
  username: 'person_0000000',
  gender: true,
  age: 36,
  birthday: '1990-01-01T08:00:00+08:00',
  telephone: '13900000000',
  signature: '天天向上，好好学习',
}

export const ownInfoSchema = {
  type: 'object',
  properties: {
    avatar: text,
    nickname: text,
    username: text,
    gender: { type: 'boolean' },
    age: { type: 'integer' },
    birthday: text,
    telephone: text,
    signature: text,
  },
}
