import type { KeptProfile, Session } from '@acct/core'

/** Profiles that were read along with sessions, for who asks at once. */
export interface ReadAlong {
  keep(session: Session, profile: KeptProfile): void
  of(session: Session): KeptProfile | undefined
}

/**
 * Keeps profiles until everything has run that goes on without waiting once their sessions were found: whoever asks by
 * then was told of the session by the same read. Whoever has waited for anything meanwhile, a write of its own too, reads
 * for itself.
 */
export function readAlong(): ReadAlong {
  const profiles = new Map<Session, KeptProfile>()
  return {
    keep: (session, profile) => {
      // Comes after all promises that are settled by then, and by those.
      if (profiles.size === 0) process.nextTick(() => profiles.clear())
      profiles.set(session, profile)
    },
    of: (session) => profiles.get(session),
  }
}
