import { deleteAccount, lockAccount, unlockAccount } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommunityWorld, communityWorld, error, type Somebody } from './support/communityWorld.ts'
import { encodings } from './support/encodings.ts'

describe.each(encodings)('community, called with bodies as %s:', (encoding) => {
  let world: CommunityWorld

  beforeAll(async () => {
    world = await communityWorld(encoding)
  })
  afterAll(() => world.test.stop())

  async function listsOf({ client }: Somebody) {
    const own = await client.getOwnInfo({})
    if (own.outcome !== 'ok') throw new Error(own.outcome)
    const groups = Object.fromEntries(own.body.follows.map(({ group_name, user_ids }) => [group_name, user_ids]))
    return { groups, fans: own.body.fans }
  }
  const show = ({ client }: Somebody) => client.setUserHomepagePrivacySettings({ is_display_follows_and_fans: true })

  describe('addFollow and cancelFollow', () => {
    it('follow, move and unfollow', async () => {
      const [me, a, b] = [await world.somebody(), await world.somebody(), await world.somebody()]
      for (const { id } of [a, b]) {
        expect(await me.client.addFollow({ id: String(id) })).toMatchObject({
          outcome: 'ok',
          body: { group_name: 'default', error: 0 },
        })
      }
      expect(await listsOf(me)).toEqual({ groups: { special: [], default: [b.id, a.id] }, fans: [] })
      expect((await listsOf(a)).fans).toEqual([me.id])
      for (const group_name of [undefined, '', 'default']) {
        expect(await me.client.addFollow({ id: String(a.id), group_name })).toMatchObject({
          outcome: 'alreadyThere',
          ...error(1),
        })
      }
      expect(await me.client.addFollow({ id: String(a.id), group_name: 'special' })).toMatchObject({
        body: { group_name: 'special', error: 0 },
      })
      expect((await listsOf(me)).groups).toEqual({ special: [a.id], default: [b.id] })
      // Back again, it is the newest there.
      expect(await me.client.addFollow({ id: String(a.id) })).toMatchObject({
        body: { group_name: 'default', error: 0 },
      })
      expect((await listsOf(me)).groups).toEqual({ special: [], default: [a.id, b.id] })
      expect(await me.client.cancelFollow({ id: String(a.id) })).toMatchObject({ outcome: 'ok', ...error(0) })
      expect(await me.client.cancelFollow({ id: String(a.id) })).toMatchObject({ outcome: 'notFollowed', ...error(1) })
      expect((await listsOf(a)).fans).toEqual([])
    })

    it('answer in the order of their tables', async () => {
      const { newcomer, somebody } = world
      const [me, other] = [await somebody(0), await somebody()]
      for (const id of [String(other.id), '1', undefined]) {
        expect(await newcomer().addFollow({ id })).toMatchObject({ outcome: 'notSignedIn', ...error(3) })
        expect(await newcomer().cancelFollow({ id })).toMatchObject({ outcome: 'notSignedIn', ...error(3) })
      }
      for (const id of ['1', 'x', '', undefined, String(me.id)]) {
        expect(await me.client.addFollow({ id })).toMatchObject({ outcome: 'accountMissing', ...error(2) })
        expect(await me.client.addFollow({ id, group_name: 'none' })).toMatchObject(error(2))
      }
      for (const id of ['1', 'x', '', undefined]) {
        expect(await me.client.cancelFollow({ id })).toMatchObject({ outcome: 'accountMissing', ...error(2) })
      }
      const id = String(other.id)
      expect(await me.client.addFollow({ id, group_name: 'none' })).toMatchObject({
        outcome: 'groupMissing',
        ...error(4),
      })
      expect(await me.client.addFollow({ id, group_name: 'Special' })).toMatchObject(error(4))
      expect(await me.client.addFollow({ id })).toMatchObject(error(0))
    })
  })

  describe('groups', () => {
    it('are named by the server or by the caller', async () => {
      const { client, ...me } = await world.somebody()
      const add = async (group_name?: string) => {
        const answer = await client.addFollowGroup({ group_name })
        return answer.outcome === 'ok' ? answer.body.group_name : answer.outcome
      }
      expect([await add(), await add(''), await add('同学'), await add('分组4'), await add()]).toEqual([
        '分组1',
        '分组2',
        '同学',
        '分组4',
        '分组3',
      ])
      for (const taken of ['同学', '分组1', 'special', 'default', '名'.repeat(21)]) {
        expect(await client.addFollowGroup({ group_name: taken })).toMatchObject({ outcome: 'groupTaken', ...error(1) })
      }
      expect(await add('名'.repeat(20))).toBe('名'.repeat(20))
      expect(await client.deleteFollowGroup({ group_name: '分组1' })).toMatchObject({
        outcome: 'ok',
        body: { group_name: '分组1', error: 0 },
      })
      expect(await add()).toBe('分组1')
      const { groups } = await listsOf({ client, ...me })
      expect(Object.keys(groups)).toEqual([
        'special',
        'default',
        '分组2',
        '同学',
        '分组4',
        '分组3',
        '名'.repeat(20),
        '分组1',
      ])
    })

    it('are fifty at most', async () => {
      const { client } = await world.somebody()
      for (let group = 0; group < 50; group++) await client.addFollowGroup({})
      expect(await client.addFollowGroup({})).toMatchObject({
        outcome: 'badRequest',
        status: 400,
        body: { error: 400 },
      })
      expect(await client.addFollowGroup({ group_name: '分组1' })).toMatchObject(error(1))
      await client.deleteFollowGroup({ group_name: '分组7' })
      expect(await client.addFollowGroup({})).toMatchObject({ body: { group_name: '分组7' } })
    })

    it('take along whom they hold when they go', async () => {
      const { newcomer, somebody } = world
      const [me, a, b] = [await somebody(), await somebody(), await somebody()]
      await me.client.addFollowGroup({ group_name: '同学' })
      await me.client.addFollow({ id: String(a.id), group_name: '同学' })
      await me.client.addFollow({ id: String(b.id) })
      for (const fixed of ['special', 'default']) {
        expect(await me.client.deleteFollowGroup({ group_name: fixed })).toMatchObject({
          outcome: 'groupFixed',
          ...error(2),
        })
      }
      for (const none of [undefined, '', '没有']) {
        expect(await me.client.deleteFollowGroup({ group_name: none })).toMatchObject({
          outcome: 'groupMissing',
          ...error(1),
        })
      }
      expect(await newcomer().deleteFollowGroup({})).toMatchObject({ outcome: 'notSignedIn', ...error(3) })
      expect(await newcomer().addFollowGroup({})).toMatchObject({ outcome: 'notSignedIn', ...error(2) })
      expect(await me.client.deleteFollowGroup({ group_name: '同学' })).toMatchObject({
        status: 200,
        body: { group_name: '同学', error: 0 },
      })
      expect((await listsOf(me)).groups).toEqual({ special: [], default: [b.id] })
      expect((await listsOf(a)).fans).toEqual([])
      expect(await me.client.cancelFollow({ id: String(a.id) })).toMatchObject(error(1))
    })
  })

  describe('lists', () => {
    it('others read own groups as `default`, and nobody who hides', async () => {
      const { somebody } = world
      const [star, shy, open, viewer] = [await somebody(), await somebody(), await somebody(), await somebody()]
      await show(open)
      for (const { client } of [shy, open]) await client.addFollow({ id: String(star.id) })
      await star.client.addFollowGroup({ group_name: '秘密' })
      await star.client.addFollow({ id: String(open.id), group_name: '秘密' })
      await star.client.addFollow({ id: String(shy.id) })
      await star.client.addFollow({ id: String(viewer.id), group_name: 'special' })
      const id = String(star.id)
      expect(await viewer.client.getUserInfo({ id })).toMatchObject({ body: { follows: [], fans: [] } })
      await show(star)
      expect(await viewer.client.getUserInfo({ id })).toMatchObject({
        body: {
          follows: [
            { group_name: 'special', user_ids: [viewer.id] },
            { group_name: 'default', user_ids: [shy.id, open.id] },
          ],
          fans: [open.id],
        },
      })
      expect((await listsOf(star)).fans).toEqual([open.id, shy.id])
      await show(shy)
      expect(await viewer.client.getUserInfo({ id })).toMatchObject({ body: { fans: [open.id, shy.id] } })
    })

    it('lose who is locked and who is deleted', async () => {
      const { somebody, test } = world
      const [me, a, b, c] = [await somebody(), await somebody(), await somebody(), await somebody()]
      const { core } = test.server
      for (const { id, client } of [a, b, c]) {
        await me.client.addFollow({ id: String(id) })
        await client.addFollow({ id: String(me.id) })
      }
      const both = async () => {
        const { groups, fans } = await listsOf(me)
        return [groups.default, fans]
      }
      expect(await both()).toEqual([
        [c.id, b.id, a.id],
        [c.id, b.id, a.id],
      ])
      await lockAccount(core, { accountId: b.id })
      await deleteAccount(core, { accountId: c.id })
      expect(await both()).toEqual([[a.id], [a.id]])
      for (const gone of [b, c]) {
        expect(await me.client.addFollow({ id: String(gone.id), group_name: 'special' })).toMatchObject(error(2))
        expect(await me.client.cancelFollow({ id: String(gone.id) })).toMatchObject(error(2))
        expect(await me.client.getUserInfo({ id: String(gone.id) })).toMatchObject(error(2))
      }
      await unlockAccount(core, { accountId: b.id })
      expect(await both()).toEqual([
        [b.id, a.id],
        [b.id, a.id],
      ])
    })

    it('of fans go on after the last id', async () => {
      const { somebody } = world
      const star = await somebody()
      await show(star)
      const fans = []
      for (let fan = 0; fan < 5; fan++) {
        const { client, id } = await somebody()
        await client.setUserHomepagePrivacySettings({ is_display_follows_and_fans: true })
        await client.addFollow({ id: String(star.id) })
        fans.unshift(id)
      }
      const viewer = await somebody()
      const after = { fans_before: String(fans[1]) }
      expect(await viewer.client.getUserInfo({ id: String(star.id), ...after })).toMatchObject({
        body: { fans: fans.slice(2) },
      })
      expect(await star.client.getOwnInfo(after)).toMatchObject({ body: { fans: fans.slice(2) } })
      expect(await star.client.getOwnInfo({ fans_before: String(fans[4]) })).toMatchObject({ body: { fans: [] } })
    })
  })
})

/** The same numbers each time, between 0 and 1. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

it('a thousand calls of ten clients at once leave edges and lists that agree', async () => {
  const world = await communityWorld()
  const people = await Promise.all(Array.from({ length: 10 }, () => world.somebody()))
  const random = seeded(5)
  const groups = [undefined, 'special', '同学', '同事']
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
  // What each client will do is drawn before, so that a run differs from another only in how the calls meet.
  const plans = people.map(() =>
    Array.from({ length: 100 }, () => ({ what: random(), whom: pick(people), group_name: pick(groups) })),
  )
  const seen = new Set<string>()
  await Promise.all(
    people.map(async ({ client }, index) => {
      for (const { what, whom, group_name } of plans[index] ?? []) {
        const id = String(whom.id)
        const call = () => {
          if (what < 0.55) return client.addFollow({ id, group_name })
          if (what < 0.75) return client.cancelFollow({ id })
          if (what < 0.9) return client.addFollowGroup({ group_name: group_name ?? '同学' })
          return client.deleteFollowGroup({ group_name: group_name ?? '同事' })
        }
        // Every other one is sent twice at once: the two must not both win.
        const answers = await Promise.all((what * 1000) % 2 < 1 ? [call(), call()] : [call()])
        for (const { outcome } of answers) seen.add(outcome)
      }
    }),
  )
  const documented = ['ok', 'alreadyThere', 'accountMissing', 'groupMissing', 'notFollowed', 'groupTaken', 'groupFixed']
  expect([...seen].sort()).toEqual(documented.sort())

  const lists = new Map<number, { follows: { group_name: string; user_ids: number[] }[]; fans: number[] }>()
  for (const { client, id } of people) {
    const own = await client.getOwnInfo({})
    if (own.outcome !== 'ok') throw new Error(own.outcome)
    lists.set(id, own.body as never)
  }
  let edges = 0
  for (const [id, { follows, fans }] of lists) {
    const followed = follows.flatMap(({ user_ids }) => user_ids)
    edges += followed.length
    expect(new Set(followed).size).toBe(followed.length)
    for (const other of followed) expect(lists.get(other)?.fans).toContain(id)
    for (const fan of fans) expect(lists.get(fan)?.follows.flatMap(({ user_ids }) => user_ids)).toContain(id)
  }
  expect(edges).toBeGreaterThan(20)
  await world.test.stop()
})
