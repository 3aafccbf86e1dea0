import type { Role } from './accounts/account.ts'
import type { ChannelName } from './messages/message.ts'

/**
 * Where the messages of a channel go: through a gateway, into the development inbox, or nowhere; with `off` an operation
 * that must send throws `Unavailable`.
 */
export type ChannelMode = 'gateway' | 'inbox' | 'off'

/** Policy that an operator may set. A limit of 0 is no limit. */
export interface Settings {
  /** At least 32 bytes. Keys the hashes of codes and seals what is kept of messages: without it both are worthless. */
  secret: Uint8Array
  /** What messages call this service. */
  serviceName: string
  channels: Readonly<Record<ChannelName, ChannelMode>>
  /** Wrong passwords for one account within 15 minutes that close its password login for 15 minutes. */
  passwordFailureLimit: number
  /** Seconds between two messages that codes were asked for, to one address. */
  codeInterval: number
  /** Such messages to one address. */
  codesPerHour: number
  codesPerDay: number
  /** Such messages that one source may cause, to whomever. */
  codesPerSourcePerDay: number
  /** Different identifiers whose existence one source may ask about. */
  lookupsPerHour: number
  /** How long the audit log is kept, in days; 0 is for good. */
  auditDays: number
  /** Roles that anybody may register with. `admin` is never open, whatever stands here. */
  openRoles: readonly Role[]
  /** The level of a new account. */
  defaultLevel: number
  /** The signature of somebody who sets none in its place. */
  defaultSignature: string
}

/** What holds where an operator says nothing. */
export const defaultSettings: Omit<Settings, 'secret'> = {
  serviceName: 'acct',
  channels: { sms: 'inbox', email: 'inbox' },
  passwordFailureLimit: 10,
  codeInterval: 60,
  codesPerHour: 5,
  codesPerDay: 10,
  codesPerSourcePerDay: 60,
  lookupsPerHour: 60,
  auditDays: 90,
  openRoles: ['normal_user'],
  defaultLevel: 0,
  defaultSignature: '',
}
