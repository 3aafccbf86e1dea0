import { Type } from '@sinclair/typebox'
import { text } from '../atoms.ts'

/** The fields that several routes of `social` share. */

/** The mobile number that `register` and `sendVerifycode` are about. */
export const phone = text('A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.', {
  examples: ['13812345678'],
})

/** A session token in a request of somebody who is signed in. */
export const token = text('The `token` of `login`. `Authorization: Bearer …` or the session cookie will do as well.', {
  examples: ['acct_s_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'],
  extension: true,
})

const sizes = { avator: '100×100', large_avator: '640×640' } as const

/** A picture in an answer. */
export const pictureUrl = (name: keyof typeof sizes) =>
  Type.String({
    description: `URL of the picture, ${sizes[name]}; a default picture if none was set.`,
    examples: [
      name === 'avator'
        ? 'https://id.example.com/files/0123456789abcdefghijkl-100.jpg'
        : 'https://id.example.com/files/0123456789abcdefghijkl.jpg',
    ],
  })
