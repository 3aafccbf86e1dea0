/** The picture of those who have none. */
const defaultPicture = '/files/default-avatar.png'

/**
 * A person’s picture. The API answers its URL at the server’s public address; this page may have been opened by another
 * name of the same server, and may show pictures of its own origin only.
 */
export function Avatar({
  url,
  size,
  alt = '',
}: {
  readonly url: string
  readonly size: number
  readonly alt?: string
}) {
  const src = URL.canParse(url) ? new URL(url).pathname : url || defaultPicture
  return <img className="avatar" src={src} alt={alt} width={size} height={size} />
}
