const nowhere = 'https://nowhere.invalid'

/** The sign-in page that leads back to a page of the account afterwards. */
export const signInFor = (path: string): string =>
  path.startsWith('/account/') ? `/account/sign-in?next=${encodeURIComponent(path)}` : '/account/sign-in'

/** Where a sign-in page leads: a page of the account named in its address, never another place; else the start. */
export function nextFrom(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/'
  if (!URL.canParse(next, nowhere)) return '/'
  const { origin, pathname } = new URL(next, nowhere)
  return origin === nowhere && pathname.startsWith('/account/') ? pathname : '/'
}
