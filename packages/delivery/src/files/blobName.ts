/** An unguessable name and what follows it: no dots that lead elsewhere, no slashes, nothing hidden. */
const blobName = /^[\w-]{22,80}\.jpg$/

/** Whether a file of pictures may be called this. */
export const isBlobName = (name: string): boolean => blobName.test(name)

/** Throws a RangeError for what no file may be called. */
export function requireBlobName(name: string): void {
  if (!isBlobName(name)) throw new RangeError(`'${name}' is no name of a blob`)
}
