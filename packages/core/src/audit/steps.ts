import type { NewAccount } from '../accounts/store.ts'
import type { Consuming } from '../codes/store.ts'
import type { Stores } from '../ports.ts'
import type { AddressChange, KeptChanges } from '../profile/store.ts'
import type { AuditAction } from './line.ts'

/** What a step comes to, as far as the audit log is concerned. */
export interface AuditEvent {
  action: AuditAction
  detail?: string | undefined
  /** Why it was refused; left out, it was done. */
  refusal?: string
  accountId?: number | null
  /** In place of an account where only an address is known: it is looked up later, and not written down. */
  address?: string
}

/** The events of a step, by its outcome and what it was given. Pure: it is asked more than once. */
type Events<Method> = Method extends (...given: infer Given) => Promise<infer Outcome>
  ? (outcome: Outcome, ...given: Given) => readonly AuditEvent[]
  : never

type AuditedSteps = {
  readonly [Area in keyof Stores]?: { readonly [Step in keyof Stores[Area]]?: Events<Stores[Area][Step]> }
}

const nothing: readonly AuditEvent[] = []

/**
 * Every step that changes who can get into an account or what it may do, and what it leaves in the audit log. What was
 * done is written in the step's own transaction; what was refused changed nothing, and is noted beside it.
 */
export const auditedSteps = {
  accounts: {
    insert: (outcome, account) => (outcome === 'inserted' ? [registered(account)] : nothing),
    insertGranted: (outcome, account, by) => {
      if (outcome === 'inserted') return [registered(account)]
      if (outcome !== 'roleRefused') return nothing
      return [{ action: 'register', detail: account.role, refusal: outcome, accountId: by.accountId }]
    },
    insertWithCode: (outcome, account, code) =>
      outcome === 'inserted' ? [registered(account)] : wrongCode('register', { kind: outcome }, code),
    signUp: (outcome, { account }) => (outcome.kind === 'signedUp' ? [registered(account)] : nothing),
    signUpWithCode: (outcome, { account, consuming }) =>
      outcome.kind === 'signedUp' ? [registered(account)] : wrongCode('register', outcome, consuming),
    signInOrSignUp: (outcome, { account, consuming }) => {
      if (outcome.kind !== 'opened') return refusedCode('signIn', outcome, consuming)
      return outcome.isNew ? [registered(account)] : [signedIn(outcome.session.accountId, 'code')]
    },
    setRole: (isDone, accountId, detail) => (isDone ? [{ action: 'setRole', detail, accountId }] : nothing),
    setLevel: (isDone, accountId, level) =>
      isDone ? [{ action: 'setLevel', detail: String(level), accountId }] : nothing,
    lock: (isDone, accountId) => (isDone ? [{ action: 'lock', accountId }] : nothing),
    unlock: (isDone, accountId) => (isDone ? [{ action: 'unlock', accountId }] : nothing),
    remove: (removed, accountId) => (removed ? [{ action: 'delete', accountId }] : nothing),
    removeOwn: (outcome, { session, consuming }) => {
      if (outcome.kind === 'removed') return [{ action: 'delete', detail: 'code', accountId: outcome.accountId }]
      const accountId = session?.accountId ?? null
      return refusedCode('delete', outcome, consuming).map((event) => ({ ...event, accountId }))
    },
  },
  codes: {
    check: (outcome, code) => wrongCode('useCode', outcome, code),
  },
  credentials: {
    changePassword: ({ kind }, { session: { accountId } }) =>
      kind === 'changed' ? [{ action: 'changePassword', detail: 'password', accountId }] : nothing,
    changeWithCode: (outcome, { consuming }) =>
      outcome.kind === 'changed'
        ? [{ action: 'changePassword', detail: 'code', accountId: outcome.accountId }]
        : refusedCode('changePassword', outcome, consuming),
    resetPassword: (outcome, { consuming }) =>
      outcome.kind === 'reset'
        ? [{ action: 'resetPassword', detail: 'code', accountId: outcome.session.accountId }]
        : refusedCode('resetPassword', outcome, consuming),
    setPassword: (isDone, accountId) => (isDone ? [{ action: 'setPassword', accountId }] : nothing),
  },
  identities: {
    open: (outcome, { provider }) => {
      if (outcome.kind === 'opened') return [signedIn(outcome.session.accountId, provider)]
      return outcome.kind === 'locked' ? [{ action: 'signIn', detail: provider, refusal: 'locked' }] : nothing
    },
    insert: (outcome, { identity: { provider } }) => {
      if (outcome.kind !== 'opened') return nothing
      const { accountId } = outcome.session
      return outcome.isNew ? [{ action: 'register', detail: provider, accountId }] : [signedIn(accountId, provider)]
    },
  },
  profile: {
    update: ({ kind }, { accountId }, changes) => (kind === 'updated' ? changesOf(accountId, changes) : nothing),
    claim: ({ kind }, { accountId }, { addresses }) =>
      kind === 'claimed'
        ? addresses.map(({ address }) => ({ action: 'claimAddress', detail: address.kind, accountId }))
        : nothing,
    changeAddress: (outcome, { accountId }, change) => addressEvents(outcome, accountId, change),
    updateWithAddress: (outcome, { accountId }, changes, change) => [
      ...addressEvents(outcome, accountId, change),
      ...(outcome.kind === 'updated' ? changesOf(accountId, changes) : nothing),
    ],
  },
  sessions: {
    open: (outcome, { accountId }) => {
      if (outcome.kind === 'opened') return [signedIn(accountId, 'password')]
      return outcome.kind === 'locked'
        ? [{ action: 'signIn', detail: 'password', refusal: 'locked', accountId }]
        : nothing
    },
    openWithCode: (outcome, { consuming }) =>
      outcome.kind === 'opened'
        ? [signedIn(outcome.session.accountId, 'code')]
        : refusedCode('signIn', outcome, consuming),
    end: (isDone, { accountId }) => (isDone ? [{ action: 'signOut', accountId }] : nothing),
  },
  tickets: {
    give: (outcome, { consuming }) =>
      outcome.kind === 'given'
        ? [{ action: 'requestResetLink', accountId: outcome.accountId }]
        : refusedCode('requestResetLink', outcome, consuming),
    resetPassword: (accountId) =>
      accountId === undefined
        ? [{ action: 'resetPassword', detail: 'link', refusal: 'ticketOver' }]
        : [{ action: 'resetPassword', detail: 'link', accountId }],
  },
} satisfies AuditedSteps

const signedIn = (accountId: number, detail: string): AuditEvent => ({ action: 'signIn', detail, accountId })

/** A role that not everybody has is worth its mention. */
const registered = ({ id, role }: NewAccount): AuditEvent => ({
  action: 'register',
  detail: role === 'normal_user' ? undefined : role,
  accountId: id,
})

/** A refusal that somebody got who showed a code. */
const refusedCode = (action: AuditAction, { kind }: { kind: string }, { address, scope }: Consuming): AuditEvent[] =>
  kind === 'idTaken' ? [] : [{ action, detail: isCodeFailure(kind) ? scope : 'code', refusal: kind, address }]

/** The same where other refusals are nobody's harm: a name or an address that is taken. */
const wrongCode = (action: AuditAction, outcome: { kind: string }, code: Consuming): readonly AuditEvent[] =>
  isCodeFailure(outcome.kind) ? refusedCode(action, outcome, code) : nothing

const isCodeFailure = (kind: string) => kind === 'codeWrong' || kind === 'codeMissing'

function changesOf(accountId: number, { username, claims }: KeptChanges): AuditEvent[] {
  const claimed = claims?.addresses ?? []
  return [
    ...(username === undefined ? [] : [{ action: 'changeUsername', accountId } as const]),
    ...claimed.map(({ address }) => ({ action: 'claimAddress', detail: address.kind, accountId }) as const),
  ]
}

function addressEvents({ kind }: { kind: string }, accountId: number, { next }: AddressChange): AuditEvent[] {
  const event = { action: 'changeAddress', detail: next.kind, accountId } as const
  if (kind === 'changed' || kind === 'updated') return [event]
  return isCodeFailure(kind) || kind === 'tooManyPhoneChanges' ? [{ ...event, refusal: kind }] : []
}
