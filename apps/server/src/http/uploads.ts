import { Unavailable } from '@acct/core'

/** Room in memory for the files of requests that are being served. */
export interface UploadRoom {
  /** Takes the place of one request, until what is returned is called. Throws `Unavailable` when there is none left. */
  readonly enter: () => () => void
}

/** Room for the files of so many requests at a time. Nobody waits for a place: those who wait would send their files. */
export function uploadRoom(places: number): UploadRoom {
  let taken = 0
  return {
    enter: () => {
      if (taken >= places) throw new Unavailable('too many files are in memory', { retryAfter: 1 })
      taken++
      let left = false
      return () => {
        if (!left) taken--
        left = true
      }
    },
  }
}
