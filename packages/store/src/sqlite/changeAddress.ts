import type { AddressChange, KeptChanges, KeptProfile, ProfileStore, Session } from '@acct/core'
import type { Connection } from './connection.ts'
import { replaceAddress } from './replaceAddress.ts'

type Update = (session: Session, changes: KeptChanges) => Awaited<ReturnType<ProfileStore['update']>>

/** Prepares the steps that replace a verified phone or e-mail, by itself and with other changes. */
export function changeAddress(
  { db, attempt }: Connection,
  { update, read }: { update: Update; read: (session: Session) => KeptProfile | undefined },
) {
  const { prove, replace } = replaceAddress(db)

  return {
    change: (session: Session, change: AddressChange): Awaited<ReturnType<ProfileStore['changeAddress']>> =>
      prove(session, change) ??
      attempt(
        () => replace(session, change) ?? { kind: 'changed' },
        ({ kind }) => kind === 'changed',
      ),

    // The other changes first: what is refused of them is told before what another account has of addresses.
    updateWithAddress: (
      session: Session,
      changes: KeptChanges,
      change: AddressChange,
    ): Awaited<ReturnType<ProfileStore['updateWithAddress']>> =>
      prove(session, change) ??
      attempt(
        () => {
          const outcome = update(session, changes)
          if (outcome.kind !== 'updated') return outcome
          const refusal = replace(session, change)
          if (refusal !== undefined) return refusal
          const profile = read(session)
          if (profile === undefined) throw new Error('an account went while its address was changed')
          return { ...outcome, profile }
        },
        ({ kind }) => kind === 'updated',
      ),
  }
}
