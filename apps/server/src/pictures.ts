import { avatarFile, type Picture } from '@acct/core'

/** Where pictures live: `/files/<name>.png` for a QR code, and `.svg` beside it; `/files/<name>.jpg` for an avatar. */

const defaultPicturePath = '/files/default-avatar.png'

/** The path of a picture on this server, 640×640 if it is an avatar; the default picture's if there is none. */
export function picturePath(picture: Picture | null): string {
  if (picture === null) return defaultPicturePath
  return picture.kind === 'avatar' ? `/files/${avatarFile(picture.name, 'large')}` : `/files/${picture.name}.png`
}

/** The same for where a picture is shown small: 100×100 if it is an avatar. */
export function smallPicturePath(picture: Picture | null): string {
  return picture?.kind === 'avatar' ? `/files/${avatarFile(picture.name, 'small')}` : picturePath(picture)
}

/**
 * The picture that a path names: null for the default picture, undefined for what never was a path of ours
 * (a foreign URL, `..`, another folder). Whether it is the caller's own is for the core to say.
 */
export function pictureNameFrom(path: string): string | null | undefined {
  if (path === defaultPicturePath) return null
  return /^\/files\/([\w-]{16,64})\.(?:png|jpg)$/.exec(path)?.[1]
}
