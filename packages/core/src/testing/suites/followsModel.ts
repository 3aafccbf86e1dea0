import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { addFollowGroup } from '../../follows/addFollowGroup.ts'
import { deleteFollowGroup } from '../../follows/deleteFollowGroup.ts'
import { unfollowAccount } from '../../follows/unfollowAccount.ts'
import type { TestCore } from '../core.ts'
import { seededRandom } from '../random.ts'
import { follow, groupsOf, lists, type Person, people } from './followsSetup.ts'
import { inParallel, type OpenStores, onCore } from './setup.ts'

const names = ['one', 'two', 'three']

/** What one person's groups should hold, each newest first. */
type Model = Map<string, number[]>

/** A thousand random operations of ten people at once, against what they should come to. */
export function followModelSuite(open: OpenStores): void {
  describe('follows of many at once', () => {
    test(
      'edges and lists agree after 1,000 operations by ten people, each with one group',
      { timeout: 30_000 },
      onCore(open, async (core) => {
        const all = await people(core, 10)
        const models = await inParallel(10, (index) => act(core, all, index))
        for (const [index, person] of all.entries()) {
          const model = models[index] ?? new Map()
          expect(await groupsOf(core, person)).toEqual([...model].map(([name, ids]) => [name, ...ids]))
          const followers = all.filter((_, other) => [...(models[other]?.values() ?? [])].flat().includes(person.id))
          const { fans } = await lists(core, person)
          expect([...fans].sort()).toEqual(followers.map(({ id }) => id).sort())
        }
      }),
    )
  })
}

/** A hundred operations of one person; each must answer as the model says. */
async function act(core: TestCore, all: Person[], self: number): Promise<Model> {
  const me = all[self]
  if (me === undefined) throw new Error('nobody acts')
  const { session } = me
  const random = seededRandom(`actor ${self}`)
  const pick = <T>(from: readonly T[]): T => from[(random.bytes(1)[0] ?? 0) % from.length] as T
  const model: Model = new Map([
    ['special', []],
    ['default', []],
  ])
  for (let step = 0; step < 100; step += 1) {
    await setImmediate()
    const whom = pick(all)
    const name = pick(names)
    switch (pick(['follow', 'follow', 'follow', 'unfollow', 'add', 'delete'])) {
      case 'follow': {
        const groupName = pick(['special', 'default', ...names])
        expect(await follow(core, me, whom, groupName)).toBe(place(model, me, whom, groupName))
        break
      }
      case 'unfollow': {
        const { kind } = await unfollowAccount(core, { session, accountId: whom.id })
        expect(kind).toBe(whom === me ? 'unknownAccount' : leave(model, whom) ? 'unfollowed' : 'notFollowed')
        break
      }
      case 'add': {
        expect((await addFollowGroup(core, { session, name })).kind).toBe(model.has(name) ? 'groupTaken' : 'added')
        if (!model.has(name)) model.set(name, [])
        break
      }
      case 'delete': {
        const { kind } = await deleteFollowGroup(core, { session, name })
        expect(kind).toBe(model.delete(name) ? 'deleted' : 'unknownGroup')
      }
    }
  }
  return model
}

function place(model: Model, me: Person, whom: Person, groupName: string): string {
  const group = model.get(groupName)
  if (whom === me) return 'unknownAccount'
  if (group?.includes(whom.id)) return 'alreadyThere'
  if (group === undefined) return 'unknownGroup'
  leave(model, whom)
  group.unshift(whom.id)
  return 'followed'
}

function leave(model: Model, whom: Person): boolean {
  for (const ids of model.values()) {
    const index = ids.indexOf(whom.id)
    if (index >= 0) return ids.splice(index, 1).length === 1
  }
  return false
}
