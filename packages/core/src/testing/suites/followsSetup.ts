import { addFollowGroup } from '../../follows/addFollowGroup.ts'
import { followAccount } from '../../follows/followAccount.ts'
import type { Audience, FollowLists } from '../../follows/store.ts'
import { setPrivacy } from '../../profile/setPrivacy.ts'
import type { Session } from '../../sessions/session.ts'
import type { TestCore } from '../core.ts'
import { register, signIn } from './setup.ts'

/** Somebody with an account, signed in. */
export interface Person {
  id: number
  session: Session
}

export async function person(core: TestCore, name: string): Promise<Person> {
  const id = await register(core, name)
  const { session } = await signIn(core, name)
  return { id, session }
}

export async function people(core: TestCore, count: number): Promise<Person[]> {
  const made: Person[] = []
  for (let index = 0; index < count; index += 1) made.push(await person(core, `person_${index}`))
  return made
}

/** What following comes to. */
export async function follow(core: TestCore, who: Person, whom: { id: number }, groupName?: string): Promise<string> {
  return (await followAccount(core, { session: who.session, accountId: whom.id, groupName })).kind
}

/** A group of somebody's; the name that it got. */
export async function group(core: TestCore, { session }: Person, name?: string): Promise<string> {
  const outcome = await addFollowGroup(core, { session, name })
  if (outcome.kind !== 'added') throw new Error(`add group: ${outcome.kind}`)
  return outcome.name
}

export async function showFollows(core: TestCore, { session }: Person, showsFollows = true): Promise<void> {
  const outcome = await setPrivacy(core, { session, privacy: { showsFollows } })
  if (outcome.kind !== 'set') throw new Error(`set privacy: ${outcome.kind}`)
}

export function lists(core: TestCore, { id }: { id: number }, audience: Audience = 'owner'): Promise<FollowLists> {
  return core.stores.follows.read(id, { audience, fansBefore: undefined })
}

/** Each group's ids under its name, in the order of the groups. */
export async function groupsOf(core: TestCore, who: { id: number }, audience: Audience = 'owner') {
  const { groups } = await lists(core, who, audience)
  return groups.map(({ name, accountIds }) => [name, ...accountIds])
}
