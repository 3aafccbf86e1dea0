import type Database from 'better-sqlite3'

/** What other connections do to the same database. */
export interface ForeignWrites {
  /** Whether another connection may have committed since this was last asked, as seen by who asks now. */
  happened(): boolean
  /**
   * Notes that a request has just been read from its socket. Told in the very tick that read it, so that requests which had
   * come together share a look at the database; without this each one looks for itself.
   */
  noteArrival(): void
}

/** Requests that share a look. The kernel hands over up to 1,024 sockets at once, and then those that came meanwhile. */
const mostSharing = 64

/**
 * Asks `pragma data_version`, which takes three calls of the kernel, as seldom as is exact. Who asks may be told what was
 * found before only if the request was under way when it was found:
 *
 * - In the same tick and all that its promises go on to: nothing is read from a socket in between.
 * - In the same turn of the event loop, for who asks in the tick that read the request: the kernel had told of all these
 *   sockets before the first of them was read. A second request out of one tick came behind another on its connection,
 *   perhaps only just now, and looks for itself.
 */
export function foreignWrites(client: Database.Database): ForeignWrites {
  const dataVersion = client.prepare('pragma data_version').pluck()
  let version = dataVersion.get()
  let arrivals = 0
  let isTickOld = true
  let sharing = 0

  const endArrivals = () => {
    arrivals = 0
  }
  const endTick = () => {
    isTickOld = true
  }
  const endTurn = () => {
    sharing = 0
  }
  function look(): boolean {
    const before = version
    version = dataVersion.get()
    return version !== before
  }

  return {
    happened: () => {
      if (!isTickOld) return false
      isTickOld = false
      // A tick that is asked for by a promise comes after all the others that can go on.
      queueMicrotask(() => process.nextTick(endTick))
      if (arrivals !== 1) return look()
      if (sharing > 0) {
        sharing--
        return false
      }
      sharing = mostSharing
      // The end of the turn: before the kernel is asked again.
      setImmediate(endTurn)
      return look()
    },
    noteArrival: () => {
      arrivals += 1
      if (arrivals === 1) process.nextTick(endArrivals)
      // What the first one of this tick was told may be older than this one.
      else isTickOld = true
    },
  }
}
