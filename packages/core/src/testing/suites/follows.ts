import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import { addFollowGroup } from '../../follows/addFollowGroup.ts'
import { deleteFollowGroup } from '../../follows/deleteFollowGroup.ts'
import { unfollowAccount } from '../../follows/unfollowAccount.ts'
import { signOut } from '../../sessions/signOut.ts'
import { follow, group, groupsOf, lists, people, person, showFollows } from './followsSetup.ts'
import { inParallel, type OpenStores, onCore, tally } from './setup.ts'

/** Who follows whom, in which group, and who sees it. */
export function followSuite(open: OpenStores): void {
  describe('follows', () => {
    test(
      'who is followed stands in one group, newest first; following again in another moves',
      onCore(open, async (core) => {
        const [me, a, b, c] = await people(core, 4)
        if (!me || !a || !b || !c) throw new Error('too few')
        expect(await group(core, me, '同学')).toBe('同学')
        for (const one of [a, b, c]) expect(await follow(core, me, one)).toBe('followed')
        expect(await groupsOf(core, me)).toEqual([['special'], ['default', c.id, b.id, a.id], ['同学']])
        expect(await follow(core, me, a)).toBe('alreadyThere')
        expect(await follow(core, me, a, '同学')).toBe('followed')
        expect(await follow(core, me, b, 'special')).toBe('followed')
        expect(await follow(core, me, c, '同学')).toBe('followed')
        expect(await groupsOf(core, me)).toEqual([['special', b.id], ['default'], ['同学', c.id, a.id]])
        expect(await follow(core, me, a)).toBe('followed')
        expect(await groupsOf(core, me)).toEqual([
          ['special', b.id],
          ['default', a.id],
          ['同学', c.id],
        ])
        expect(await groupsOf(core, me, 'others')).toEqual([
          ['special', b.id],
          ['default', a.id, c.id],
        ])
      }),
    )

    test(
      'an account that is not there is told before a group that is not; one’s own account can not be followed',
      onCore(open, async (core) => {
        const [me, other, locked] = await people(core, 3)
        if (!me || !other || !locked) throw new Error('too few')
        await follow(core, me, locked, 'special')
        await lockAccount(core, { accountId: locked.id })
        for (const whom of [me, locked, { id: 1 }]) {
          for (const name of ['special', 'nowhere']) expect(await follow(core, me, whom, name)).toBe('unknownAccount')
        }
        expect(await follow(core, me, other, 'nowhere')).toBe('unknownGroup')
        expect(await groupsOf(core, me)).toEqual([['special'], ['default']])
        expect(await group(core, other)).toBe('分组1')
        expect(await follow(core, me, other, '分组1')).toBe('unknownGroup')
      }),
    )

    test(
      'unfollowing tells whether there was somebody to unfollow',
      onCore(open, async (core) => {
        const [me, other] = await people(core, 2)
        if (!me || !other) throw new Error('too few')
        const unfollow = async (accountId: number) =>
          (await unfollowAccount(core, { session: me.session, accountId })).kind
        expect(await unfollow(other.id)).toBe('notFollowed')
        await follow(core, me, other)
        expect(await unfollow(other.id)).toBe('unfollowed')
        expect(await unfollow(other.id)).toBe('notFollowed')
        await follow(core, me, other)
        await lockAccount(core, { accountId: other.id })
        for (const id of [other.id, me.id, 1]) expect(await unfollow(id)).toBe('unknownAccount')
        await unlockAccount(core, { accountId: other.id })
        expect(await unfollow(other.id)).toBe('unfollowed')
      }),
    )

    test(
      'nobody whose session is over or account locked follows, unfollows or has groups made',
      onCore(open, async (core) => {
        const [me, other, third] = await people(core, 3)
        if (!me || !other || !third) throw new Error('too few')
        const own = await group(core, me)
        await signOut(core, me)
        await lockAccount(core, { accountId: third.id })
        for (const { session } of [me, third]) {
          expect(await follow(core, { id: 0, session }, other)).toBe('sessionOver')
          expect(await unfollowAccount(core, { session, accountId: other.id })).toEqual({ kind: 'sessionOver' })
          expect(await addFollowGroup(core, { session })).toEqual({ kind: 'sessionOver' })
          expect(await deleteFollowGroup(core, { session, name: own })).toEqual({ kind: 'sessionOver' })
        }
        expect(await groupsOf(core, me)).toEqual([['special'], ['default'], [own]])
      }),
    )

    test(
      'a group without a name gets the lowest free number',
      onCore(open, async (core) => {
        const me = await person(core, 'me')
        for (const number of [1, 2, 3]) expect(await group(core, me)).toBe(`分组${number}`)
        const { session } = me
        expect(await deleteFollowGroup(core, { session, name: '分组2' })).toEqual({ kind: 'deleted', name: '分组2' })
        expect(await deleteFollowGroup(core, { session, name: '分组2' })).toEqual({ kind: 'unknownGroup' })
        expect([await group(core, me), await group(core, me)]).toEqual(['分组2', '分组4'])
        expect(await groupsOf(core, me)).toEqual(
          ['special', 'default', '分组1', '分组3', '分组2', '分组4'].map((n) => [n]),
        )
      }),
    )

    test(
      'a group’s name is visible, on one line, of 1 to 20 characters, and not forbidden',
      onCore(open, async (core) => {
        const { session } = await person(core, 'me')
        core.wordLists.words.add('违禁')
        const add = async (name: string) => (await addFollowGroup(core, { session, name })).kind
        for (const name of [
          '',
          ' ',
          '\u200B\u200D',
          '\u2800',
          'a\nb',
          'a\u2028b',
          '\u0000',
          'a\uD800',
          '字'.repeat(21),
          '我违禁的',
        ]) {
          expect(await add(name), JSON.stringify(name)).toBe('nameRefused')
        }
        for (const name of ['special', 'default']) expect(await add(name)).toBe('groupTaken')
        for (const name of ['😀'.repeat(20), 'a b', '👩‍👩‍👧', 'Special']) expect(await add(name)).toBe('added')
        expect(await add('a b')).toBe('groupTaken')
      }),
    )

    test(
      'an account has at most 50 groups, however many are asked for at once; a taken name is told before',
      onCore(open, async (core) => {
        const { session } = await person(core, 'me')
        const kinds = await inParallel(60, async () => (await addFollowGroup(core, { session })).kind)
        expect(tally(kinds)).toEqual({ added: 50, tooManyGroups: 10 })
        expect(await addFollowGroup(core, { session, name: 'one more' })).toEqual({ kind: 'tooManyGroups' })
        expect(await addFollowGroup(core, { session, name: '分组50' })).toEqual({ kind: 'groupTaken' })
        expect(await addFollowGroup(core, { session, name: 'default' })).toEqual({ kind: 'groupTaken' })
      }),
    )

    test(
      'deleting a group stops following everybody in it, and nobody else; two groups stay',
      onCore(open, async (core) => {
        const [me, a, b] = await people(core, 3)
        if (!me || !a || !b) throw new Error('too few')
        const name = await group(core, me)
        await follow(core, me, a, name)
        await follow(core, me, b)
        const { session } = me
        for (const fixed of ['special', 'default']) {
          expect(await deleteFollowGroup(core, { session, name: fixed })).toEqual({ kind: 'groupFixed' })
        }
        const kinds = await inParallel(10, async () => (await deleteFollowGroup(core, { session, name })).kind)
        expect(tally(kinds)).toEqual({ deleted: 1, unknownGroup: 9 })
        expect(await groupsOf(core, me)).toEqual([['special'], ['default', b.id]])
        expect([(await lists(core, a)).fans, (await lists(core, b)).fans]).toEqual([[], [me.id]])
      }),
    )

    test(
      'fans come newest first, and a move makes nobody a newer fan',
      onCore(open, async (core) => {
        const [star, a, b, c] = await people(core, 4)
        if (!star || !a || !b || !c) throw new Error('too few')
        for (const fan of [a, b, c]) await follow(core, fan, star)
        await follow(core, a, star, 'special')
        expect((await lists(core, star)).fans).toEqual([c.id, b.id, a.id])
        await unfollowAccount(core, { session: b.session, accountId: star.id })
        await follow(core, b, star)
        expect((await lists(core, star)).fans).toEqual([b.id, c.id, a.id])
        const read = (fansBefore: number) => core.stores.follows.read(star.id, { audience: 'owner', fansBefore })
        expect((await read(b.id)).fans).toEqual([c.id, a.id])
        expect((await read(a.id)).fans).toEqual([])
        expect((await read(1)).fans).toEqual([b.id, c.id, a.id])
      }),
    )

    test(
      'others read only fans who show their follows, and can not find the hidden ones by reading on from them',
      onCore(open, async (core) => {
        const [star, shy, open1, open2, gone] = await people(core, 5)
        if (!star || !shy || !open1 || !open2 || !gone) throw new Error('too few')
        await showFollows(core, open1)
        for (const fan of [open1, shy, open2, gone]) await follow(core, fan, star)
        await showFollows(core, open2)
        await showFollows(core, gone)
        await lockAccount(core, { accountId: gone.id })
        const fans = async (audience: 'owner' | 'administrator' | 'others', fansBefore?: number) =>
          (await core.stores.follows.read(star.id, { audience, fansBefore })).fans
        for (const audience of ['owner', 'administrator'] as const) {
          expect(await fans(audience)).toEqual([open2.id, shy.id, open1.id])
        }
        expect(await fans('others')).toEqual([open2.id, open1.id])
        expect(await fans('others', open2.id)).toEqual([open1.id])
        expect(await fans('others', shy.id)).toEqual(await fans('others', 1))
        expect(await fans('owner', gone.id)).toEqual(await fans('owner', 1))
        await showFollows(core, open2, false)
        expect(await fans('others')).toEqual([open1.id])
      }),
    )

    test(
      'locked and deleted accounts are in no list, and come back with the unlocking',
      onCore(open, async (core) => {
        const [me, locked, deleted, fan] = await people(core, 4)
        if (!me || !locked || !deleted || !fan) throw new Error('too few')
        for (const other of [locked, deleted]) {
          await showFollows(core, other)
          await follow(core, me, other)
          await follow(core, other, me)
        }
        await follow(core, fan, me)
        await lockAccount(core, { accountId: locked.id })
        await deleteAccount(core, { accountId: deleted.id })
        for (const audience of ['owner', 'administrator', 'others'] as const) {
          const fans = audience === 'others' ? [] : [fan.id]
          const groups = ['special', 'default'].map((name) => ({ name, accountIds: [] }))
          expect(await lists(core, me, audience)).toEqual({ groups, fans })
        }
        await unlockAccount(core, { accountId: locked.id })
        expect(await groupsOf(core, me)).toEqual([['special'], ['default', locked.id]])
        expect((await lists(core, me, 'others')).fans).toEqual([locked.id])
      }),
    )
  })
}
