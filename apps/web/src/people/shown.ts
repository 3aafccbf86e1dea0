/** What to call somebody: the name shown, else the username, else undefined. */
export const nameOf = ({ name, username }: { readonly name: string; readonly username: string }): string | undefined =>
  name || username || undefined

/** Pictures are named by the server’s public URL; this page may stand on another of its names, and shows only its own. */
export const pathOf = (url: string): string => (url === '' ? '' : new URL(url, location.href).pathname)
