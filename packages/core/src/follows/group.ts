import { codePoints, isWellFormed } from '../text.ts'

/** The groups that every account has. The second takes whoever is followed without a group's name. */
const fixedGroups = ['special', 'default'] as const

/** How many groups an account may have besides. */
export const ownGroupLimit = 50

/** What a group is called that is made without a name: the lowest number that is free. */
export const numberedNames = Array.from({ length: ownGroupLimit + 1 }, (_, index) => `分组${index + 1}`)

/**
 * How many edges one step touches, so that none holds others up, however many there are. Each stands in five indexes: a
 * step of a thousand took 50 to 300 ms.
 */
export const edgeBatch = 250

export function isFixedGroup(name: string): boolean {
  return fixedGroups.some((fixed) => fixed === name)
}

// Line breaks are no control characters in Unicode's classes, and break a line as well.
const breaking = /[\p{Cc}\p{Zl}\p{Zp}]/u
// The last two are blank although Unicode classes them as visible symbols.
const visible = /[^\p{C}\p{Z}\p{White_Space}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]/u

/** Whether a group may be called so, forbidden words aside: 1 to 20 code points on one line, something to see among them. */
export function isGroupName(name: string): boolean {
  return isWellFormed(name) && codePoints(name) <= 20 && visible.test(name) && !breaking.test(name)
}
