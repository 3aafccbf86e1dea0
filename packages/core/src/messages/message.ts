import type { CodeScope } from '../codes/code.ts'

export type ChannelName = 'sms' | 'email'

/** Why somebody gets a message: with a code for a scope, with a link that sets a new password, or told something. */
export type MessagePurpose = CodeScope | 'resetLink' | NoticePurpose

/**
 * What people are told without a code or a link: `numberTaken`, somebody tried to register their number; `noAccount`,
 * somebody tried to reset the password of an account that their number does not have; `phoneClaimed`, another number was
 * entered for their account; `emailClaimed`, another e-mail address was; `addressChanged`, this address or another one of
 * their account was replaced.
 */
export type NoticePurpose = 'numberTaken' | 'noAccount' | 'phoneClaimed' | 'emailClaimed' | 'addressChanged'

/** Something to be delivered. Instants are in milliseconds since 1970. */
export interface Message {
  id: number
  channel: ChannelName
  /** E.164 or an e-mail address as it was typed. */
  to: string
  purpose: MessagePurpose
  /** What the code in it is good for; null without one. */
  scope: CodeScope | null
  code: string | null
  /** The address of a page, complete and secret; null without one. */
  link: string | null
  /** Ready to be read: in Chinese, in English, or both. */
  text: string
  at: number
  /** When there is no point in delivering it any more. */
  expiresAt: number
}

/** What is sealed of a message: everything that must not be read in a stolen database. */
export type Content = Pick<Message, 'code' | 'link' | 'text'>
