/** 640×640 and 100×100 pixels. */
export type AvatarSize = 'large' | 'small'

const endings: Record<AvatarSize, string> = { large: '.jpg', small: '-100.jpg' }

/** The name of an avatar's file. */
export function avatarFile(name: string, size: AvatarSize): string {
  return name + endings[size]
}

/**
 * The name of the avatar that a file belongs to; undefined for what is no avatar's file. A name may itself end in `-100`:
 * its fixed length tells where it ends.
 */
export function avatarOfFile(file: string): string | undefined {
  return /^([\w-]{43})(?:-100)?\.jpg$/.exec(file)?.[1]
}
