/** Where pictures live: `/files/<name>.png`, and `.svg` beside it for a QR code. */

const defaultPicturePath = '/files/default-avatar.png'

/** The path of a picture on this server; the default picture's if there is none. */
export const picturePath = (name: string | null): string => (name === null ? defaultPicturePath : `/files/${name}.png`)

/**
 * The picture that a path names: null for the default picture, undefined for what never was a path of ours
 * (a foreign URL, `..`, another folder). Whether it is the caller's own is for the core to say.
 */
export function pictureNameFrom(path: string): string | null | undefined {
  if (path === defaultPicturePath) return null
  return /^\/files\/([\w-]{16,64})\.png$/.exec(path)?.[1]
}
