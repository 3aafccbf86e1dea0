import { type Audience, deleteAccount, deleteFollowGroup, lockAccount, setPrivacy, sweep } from '@acct/core'
import { describe, expect, test } from 'vitest'
import { count, engines } from './engines.ts'
import { connect, fill, settled, withStar } from './followsSetup.ts'

// What takes more rows than an operation at a time can make, and what breaks in the middle.

describe.each(engines)('on $name', (engine) => {
  test('all of 12,001 fans are read, 5,000 at a time, without a gap or a repeat, by whomever', async () => {
    const { core, store, place, star } = await withStar(engine)
    const ids = await fill(place, 12_001)
    await connect(
      place,
      ids.map((from) => ({ from, to: star })),
    )
    const all = ids.toReversed()
    const visible: Record<Audience, number[]> = {
      owner: all,
      administrator: all,
      others: ids.filter((_, index) => index % 2 === 1).reverse(),
    }
    for (const [audience, expected] of Object.entries(visible) as [Audience, number[]][]) {
      const read: number[] = []
      for (let fansBefore: number | undefined; ; fansBefore = read.at(-1)) {
        const { fans } = await core.stores.follows.read(star, { audience, fansBefore })
        expect(fans).toHaveLength(Math.min(5000, expected.length - read.length))
        if (fans.length === 0) break
        read.push(...fans)
      }
      expect(read, audience).toEqual(expected)
    }
    await store.close()
  })

  test('each group is cut at its newest 5,000; all but special together too', async () => {
    const { core, store, place, star } = await withStar(engine)
    const ids = await fill(place, 5100)
    const groups = ['special', 'default', 'group']
    await connect(
      place,
      ids.map((to, index) => ({ from: star, to, group: groups[index < 5050 ? 2 : index % 2] ?? '' })),
    )
    const read = async (audience: Audience) => {
      const lists = await core.stores.follows.read(star, { audience, fansBefore: undefined })
      return Object.fromEntries(lists.groups.map(({ name, accountIds }) => [name, accountIds]))
    }
    const newest = ids.toReversed()
    const of = (group: string) => newest.filter((_, index) => index < 50 && groups[(5099 - index) % 2] === group)
    const [special, plain, group] = [of('special'), of('default'), newest.slice(50, 5050)]
    expect(await read('owner')).toEqual({ special, default: plain, group })
    expect(await read('others')).toEqual({ special, default: [...plain, ...group].slice(0, 5000) })
    await store.close()
  })

  test('a group of 2,500 goes whole, and alone', async () => {
    const { core, store, place, session, star } = await withStar(engine)
    const ids = await fill(place, 2501)
    await connect(
      place,
      ids.map((to, index) => ({ from: star, to, group: index === 0 ? 'default' : 'group' })),
    )
    expect(await deleteFollowGroup(core, { session, name: 'group' })).toEqual({ kind: 'deleted', name: 'group' })
    expect([await count(place, 'follow_groups'), await count(place, 'follows')]).toEqual([0, 1])
    await store.close()
  })

  test('an account that hides, shows, is locked or unlocked has all its 2,500 edges hidden or shown in the end', async () => {
    const { core, store, place, session, star } = await withStar(engine)
    await connect(
      place,
      (await fill(place, 2500)).map((to) => ({ from: star, to })),
    )
    const shown = () => count(place, 'follows where shown')
    const set = (showsFollows: boolean) => setPrivacy(core, { session, privacy: { showsFollows } })
    await set(true)
    expect(await shown()).toBe(250)
    await settled(place)
    expect(await shown()).toBe(2500)
    await Promise.all([set(false), set(true), set(false)])
    await settled(place)
    // Whichever came last.
    expect(await shown()).toBe(2500 * (await count(place, `accounts where id = ${star} and shows_follows`)))
    await set(true)
    await lockAccount(core, { accountId: star })
    await settled(place)
    expect(await shown()).toBe(0)
    await store.close()
  })

  test('an account of 2,500 fans who all are followed goes at once; what breaks in its batches the sweep ends', async () => {
    const { core, store, place, star } = await withStar(engine)
    const ids = await fill(place, 2500)
    await connect(
      place,
      ids.flatMap((id) => [
        { from: star, to: id },
        { from: id, to: star },
      ]),
    )
    const [bystander = 0, other = 0] = ids
    await connect(place, [{ from: bystander, to: other }])
    const { mend } = await place.fail('delete on follows', '(select count(*) from follows) < 3000')
    expect(await deleteAccount(core, { accountId: star })).toEqual({ kind: 'done' })
    expect(await count(place, 'follows')).toBe(4751)
    const lists = await core.stores.follows.read(bystander, { audience: 'owner', fansBefore: undefined })
    expect(lists).toMatchObject({ groups: [{ accountIds: [] }, { accountIds: [other] }], fans: [] })
    await expect(sweep(core)).rejects.toThrow('in the middle')
    expect(await count(place, 'unsettled_follows')).toBe(1)
    await mend()
    expect(await sweep(core)).toMatchObject({ settled: 1 })
    expect([await count(place, 'follows'), await count(place, 'unsettled_follows')]).toEqual([1, 0])
    await store.close()
  })
})
