import type { Address } from '../codes/address.ts'
import type { CodeScope } from '../codes/code.ts'
import type { NoticePurpose } from './message.ts'

interface Wording {
  chinese: string
  english: string
}

/** What a code is for, as it stands after 用于 and after "to". */
const purposes: Record<CodeScope, Wording> = {
  register: { chinese: '注册账号', english: 'create an account' },
  login: { chinese: '登录', english: 'sign in' },
  reset: { chinese: '重置密码', english: 'reset your password' },
  change: { chinese: '更换手机号或邮箱', english: 'change a phone number or e-mail address' },
  community: { chinese: '验证您的身份', english: 'confirm that it is you' },
}

const notices: Record<NoticePurpose, Wording> = {
  numberTaken: {
    chinese: '有人用本号码申请注册，但它已有账号，可直接登录或找回密码。如非本人操作，请忽略。',
    english:
      'Somebody asked to register this number, which has an account already: you can sign in or reset your password.' +
      ' If this was not you, do nothing.',
  },
  noAccount: {
    chinese: '有人用本号码申请重置密码，但它没有账号。如非本人操作，请忽略。',
    english:
      'Somebody asked to reset the password of this number, which has no account here. If this was not you, do nothing.',
  },
  phoneClaimed: {
    chinese:
      '您的账号填写了另一个手机号。在新号码通过验证之前，本号码仍用于登录和找回密码。如非本人操作，请尽快修改密码。',
    english:
      'Another phone number was entered for your account. Until it is verified, this number remains the one for signing' +
      ' in and recovery. If this was not you, change your password.',
  },
  emailClaimed: {
    chinese:
      '您的账号填写了另一个邮箱。在新邮箱通过验证之前，本邮箱仍用于登录和找回密码。如非本人操作，请尽快修改密码。',
    english:
      'Another e-mail address was entered for your account. Until it is verified, this address remains the one for' +
      ' signing in and recovery. If this was not you, change your password.',
  },
  addressChanged: {
    chinese: '您账号的登录手机号或邮箱已更换。如非本人操作，请立即联系我们。',
    english:
      'The phone number or e-mail address that your account signs in with has been changed. If this was not you,' +
      ' contact us at once.',
  },
}

/** The text that brings a code. */
export function codeText(service: string, address: Address, scope: CodeScope, code: string): string {
  const { chinese, english } = purposes[scope]
  return inItsLanguage(service, address, {
    chinese: `验证码 ${code}，用于${chinese}，10 分钟内有效。请勿告诉任何人。`,
    english: `${code} is your code to ${english}. It is good for ten minutes. Tell nobody.`,
  })
}

/** The text that brings the link by which a password is reset; at its end, so that nothing is taken for a part of it. */
export function resetLinkText(service: string, address: Address, link: string): string {
  return inItsLanguage(service, address, {
    chinese: `打开链接设置新密码，15 分钟内有效，只能使用一次。请勿转发；如非本人操作，请忽略。 ${link}`,
    english:
      'Open this link to set a new password. It works once, within 15 minutes. Show it to nobody. If this was not you,' +
      ` do nothing. ${link}`,
  })
}

/** The text of a message without a code or a link. */
export function noticeText(service: string, address: Address, purpose: NoticePurpose): string {
  return inItsLanguage(service, address, notices[purpose])
}

// Short messages are paid by their length, and a number tells where its owner lives; an e-mail address does neither.
function inItsLanguage(service: string, address: Address, { chinese, english }: Wording): string {
  const texts = [`【${service}】${chinese}`, `${service}: ${english}`]
  if (address.kind === 'email') return texts.join('\n\n')
  return (address.e164.startsWith('+86') ? texts[0] : texts[1]) ?? ''
}
