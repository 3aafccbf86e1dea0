/** `login` + `invalidCredentials` → `LoginInvalidCredentials`; what no name can hold is left out. */
export function typeName(...words: readonly string[]): string {
  return words
    .flatMap((word) => word.split(/[^A-Za-z0-9]+/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

const isIdentifier = (name: string) => /^[A-Za-z_$][\w$]*$/.test(name)

/** A name as an object's key: quoted only where it has to be. */
export const key = (name: string): string => (isIdentifier(name) ? name : literal(name))

/** Access to a property: `v.name` or `v['a name']`. */
export const member = (object: string, name: string): string =>
  isIdentifier(name) ? `${object}.${name}` : `${object}[${literal(name)}]`

/** A constant as JavaScript writes it, strings in single quotes. */
export function literal(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
