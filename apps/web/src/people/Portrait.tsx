/** Somebody’s picture, or the first character of their name. It only repeats what the name beside it says. */
export function Portrait({
  path,
  name,
  size = 'small',
}: {
  readonly path: string
  readonly name: string
  readonly size?: 'small' | 'large'
}) {
  const [first = ''] = name
  return path === '' ? (
    <span className={`portrait ${size}`} aria-hidden="true">
      {first.toUpperCase()}
    </span>
  ) : (
    <img className={`portrait ${size}`} src={path} alt="" />
  )
}
