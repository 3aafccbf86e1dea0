/** What to call somebody: the name shown, else the username, else undefined. */
export const nameOf = ({ name, username }: { readonly name: string; readonly username: string }): string | undefined =>
  name || username || undefined
