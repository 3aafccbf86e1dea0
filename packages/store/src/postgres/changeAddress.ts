import type { AddressChange, KeptChanges, ProfileStore, Session } from '@acct/core'
import type { Db } from './connection.ts'
import { ownProfile } from './ownProfile.ts'
import { replaceAddress } from './replaceAddress.ts'
import { updateProfile } from './updateProfile.ts'

/**
 * Prepares the steps that replace a verified phone or e-mail, by itself and with other changes. What they wrote stays
 * with the change, or where a wrong code was counted, and in no other case.
 */
export function changeAddress(db: Db) {
  const { prove, replace } = replaceAddress(db)
  const update = updateProfile(db)
  const read = ownProfile(db)

  return {
    change: async (session: Session, change: AddressChange): ReturnType<ProfileStore['changeAddress']> =>
      (await prove(session, change)) ?? (await replace(session, change)) ?? { kind: 'changed' },

    // The other changes first: what is refused of them is told before what another account has of addresses.
    updateWithAddress: async (
      session: Session,
      changes: KeptChanges,
      change: AddressChange,
    ): ReturnType<ProfileStore['updateWithAddress']> => {
      const unproven = await prove(session, change)
      if (unproven !== undefined) return unproven
      const outcome = await update(session, changes)
      if (outcome.kind !== 'updated') return outcome
      const refusal = await replace(session, change)
      if (refusal !== undefined) return refusal
      const profile = await read(session)
      if (profile === undefined) throw new Error('an account went while its address was changed')
      return { ...outcome, profile }
    },
  }
}
