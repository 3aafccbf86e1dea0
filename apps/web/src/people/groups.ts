import type { Me } from '../app/session.tsx'
import type { Messages } from '../i18n/messages.ts'

/** `special` and `default` are everybody’s, and can not be deleted. */
export const isOwnGroup = (name: string): boolean => name !== 'special' && name !== 'default'

/** A group by the name that people know it by. */
export function groupLabel(name: string, { social: { people } }: Messages): string {
  if (name === 'special') return people.special
  return name === 'default' ? people.default : name
}

/** The group that somebody is followed in, or undefined. */
export const groupOf = (id: number, { follows }: Me): string | undefined =>
  follows.find(({ user_ids }) => user_ids.includes(id))?.group_name

/** All groups, to choose one. */
export const groupOptions = ({ follows }: Me, m: Messages) =>
  follows.map(({ group_name }) => ({ value: group_name, label: groupLabel(group_name, m) }))
