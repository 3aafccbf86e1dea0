/** A PostgreSQL URL as it may be shown: without its password, wherever in it that stands. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'postgres://'
  const shown = new URL(url)
  shown.password = ''
  shown.search = ''
  return shown.href
}
