import type { Comparison, CopyStep, Place } from './copy/copyStore.ts'

export type { Comparison, CopyStep, Place }

// Loaded when it is asked for: a server that starts does not pay for the schemas of both engines.

/**
 * Copies everything from one database into another, an empty one, on whatever engine each is. The source is frozen first:
 * its servers go on reading, and answer every write with `Unavailable`; so it stays, so that nothing is written between the
 * copy and the switch (`thawStore` gives up). Called again after it was cut off, it goes on where it was. At the end both
 * are read and compared table by table; only if all are equal a server may open the copy. Throws `StoreRefused`.
 */
export async function copyStore(input: {
  from: Place
  to: Place
  /** Called once the source takes no writes any more. */
  onFrozen?: (name: string) => void
  onStep?: (step: CopyStep) => void
}): Promise<Comparison[]> {
  return (await import('./copy/copyStore.ts')).copyStore(input)
}

/** Compares two databases table by table, whatever engines they are on. One that is written to meanwhile may differ. */
export async function compareStores(input: {
  from: Place
  to: Place
  onStep?: (step: CopyStep) => void
}): Promise<Comparison[]> {
  return (await import('./copy/copyStore.ts')).compareStores(input)
}

/**
 * Lets a database take writes again that a copy has frozen; false if it did. What was copied of it can not be gone on with
 * from then on. Throws `StoreRefused`.
 */
export async function thawStore(place: Place): Promise<boolean> {
  return (await import('./copy/thaw.ts')).thawStore(place)
}
