import type { FakeBlobs } from '../blobs.ts'

/** The two files of an avatar, as `FakeBlobs.names` tells them. */
export const filesOf = (name: string): string[] => [`${name}-100.jpg`, `${name}.jpg`]

/** Lets the disk fail from now on at what is done to files, after so many that succeed. */
export function breakDisk(blobs: FakeBlobs, what: keyof FakeBlobs['left'], after = 0): void {
  blobs.left[what] = after
}

/** Lets it work again. */
export function mendDisk(blobs: FakeBlobs): void {
  blobs.left.put = Number.POSITIVE_INFINITY
  blobs.left.remove = Number.POSITIVE_INFINITY
}
