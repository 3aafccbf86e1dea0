import { type Address, addressKey } from '../codes/address.ts'
import { type CodeScope, codeLife } from '../codes/code.ts'
import type { Core } from '../core.ts'
import { Unavailable } from '../errors.ts'
import { ticketLife } from '../sessions/token.ts'
import { day, hour, second } from '../time.ts'
import type { ChannelName, Content, NoticePurpose } from './message.ts'
import type { NewMessage } from './store.ts'
import { codeText, noticeText, resetLinkText } from './templates.ts'

const noticeLife = day

/** Throws `Unavailable` if nothing can be sent to the address: its channel is off. */
export function requireChannel(core: Core, address: Address): void {
  if (canReach(core, address)) return
  throw new Unavailable(`the channel '${channelOf(address)}' is off`, { retryAfter: hour / second })
}

/** Whether messages can be sent to the address. */
export function canReach(core: Core, address: Address): boolean {
  return core.settings.channels[channelOf(address)] !== 'off'
}

/** A message with a code. */
export function composeCode(core: Core, address: Address, scope: CodeScope, code: string): NewMessage {
  const content = { code, link: null, text: codeText(core.settings.serviceName, address, scope, code) }
  return compose(core, address, { purpose: scope, scope, content, life: codeLife })
}

/** A message with the link that brings a new ticket. */
export function composeResetLink(core: Core, address: Address, ticket: string): NewMessage {
  const link = core.links.resetPassword(ticket)
  const content = { code: null, link, text: resetLinkText(core.settings.serviceName, address, link) }
  return compose(core, address, { purpose: 'resetLink', scope: null, content, life: ticketLife })
}

/** A message without a code or a link. */
export function composeNotice(core: Core, address: Address, purpose: NoticePurpose): NewMessage {
  const content = { code: null, link: null, text: noticeText(core.settings.serviceName, address, purpose) }
  return compose(core, address, { purpose, scope: null, content, life: noticeLife })
}

function compose(
  core: Core,
  address: Address,
  what: Pick<NewMessage, 'purpose' | 'scope'> & { content: Content; life: number },
): NewMessage {
  requireChannel(core, address)
  const channel = channelOf(address)
  const at = core.clock.now()
  return {
    channel,
    to: address.kind === 'phone' ? address.e164 : address.email.shown,
    toKey: addressKey(address),
    purpose: what.purpose,
    scope: what.scope,
    sealed: core.secrets.seal(JSON.stringify(what.content)),
    state: core.settings.channels[channel] === 'inbox' ? 'inbox' : 'queued',
    at,
    expiresAt: at + what.life,
  }
}

function channelOf(address: Address): ChannelName {
  return address.kind === 'phone' ? 'sms' : 'email'
}
