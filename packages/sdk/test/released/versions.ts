import type { Change } from './changes.ts'

/** Which number of a version a changeset raises. */
export type Bump = 'major' | 'minor' | 'patch'

/** The version after a bump. */
export function bumped(version: string, bump: Bump | undefined): string {
  const [major, minor, patch] = numbersOf(version)
  switch (bump) {
    case 'major':
      return `${major + 1}.0.0`
    case 'minor':
      return `${major}.${minor + 1}.0`
    case 'patch':
      return `${major}.${minor}.${patch + 1}`
    case undefined:
      return version
  }
}

/**
 * Whether a version says of a change what it must: of a breaking one a new major version, of an addition a new minor one;
 * before 1.0 a new minor version and a new patch. So `^` keeps its promise.
 */
export function announces(next: string, released: string, { weight }: Change): boolean {
  const [before, after] = [numbersOf(released), numbersOf(next)]
  const raised = before.findIndex((number, place) => after[place] !== number)
  const highest = before[0] > 0 ? 0 : 1
  return raised >= 0 && raised <= (weight === 'breaking' ? highest : highest + 1)
}

function numbersOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}
