import { describe, expect, test } from 'vitest'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { setLevel } from '../../accounts/setLevel.ts'
import { addFollowGroup } from '../../follows/addFollowGroup.ts'
import { followAccount } from '../../follows/followAccount.ts'
import type { Privacy } from '../../profile/profile.ts'
import { readOwnPage } from '../../profile/readOwnPage.ts'
import { readPrivacy } from '../../profile/readPrivacy.ts'
import { readPublicProfile } from '../../profile/readPublicProfile.ts'
import { setPrivacy } from '../../profile/setPrivacy.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import { viewProfile } from '../../profile/viewProfile.ts'
import type { Session } from '../../sessions/session.ts'
import { signOut } from '../../sessions/signOut.ts'
import type { TestCore } from '../core.ts'
import { otherPhone, phone } from './codesSetup.ts'
import { create, type OpenStores, onCore, password, register, signIn } from './setup.ts'

const email = 'Han@example.com'
const claims = { phoneClaim: otherPhone, emailClaim: 'claimed@example.com' }
const birthday = -86_400_000

const everyPrivacy: Privacy[] = Array.from({ length: 16 }, (_, bits) => ({
  showsPhone: (bits & 1) !== 0,
  showsEmail: (bits & 2) !== 0,
  showsBirthday: (bits & 4) !== 0,
  showsFollows: (bits & 8) !== 0,
}))
const [nothing] = everyPrivacy
const everything = everyPrivacy.at(-1)

/** What an account has to hide, besides the edges that all but the bare one have. */
const owners = [
  { has: 'nothing', verified: {}, changes: {} },
  { has: 'verified addresses', verified: { phone, email }, changes: { birthday } },
  { has: 'claims only', verified: {}, changes: { birthday, ...claims } },
  { has: 'both', verified: { phone, email }, changes: { birthday, ...claims } },
] as const

async function personOf(core: TestCore, username: string, level = 0) {
  const accountId = await register(core, username)
  await setLevel(core, { accountId, level })
  return { accountId, session: (await signIn(core, username)).session }
}

/** An account with nothing set, and one that has something to hide; and those who look at them. */
async function stage(core: TestCore, { has, verified, changes }: (typeof owners)[number]) {
  const bare = await personOf(core, 'bare')
  const accountId = await create(core, { username: 'owner', password, ...verified })
  const { session } = await signIn(core, 'owner')
  expect(await updateProfile(core, { session, changes })).toMatchObject({ kind: 'updated' })
  const viewers = {
    level0: await personOf(core, 'level0'),
    level1: await personOf(core, 'level1', 1),
    fan: await personOf(core, 'fan'),
    followed: await personOf(core, 'followed', 9),
    administrator: await personOf(core, 'administrator', 10),
  }
  const hidden = await personOf(core, 'hidden')
  const special = [viewers.followed.accountId]
  const others = [viewers.level1.accountId, hidden.accountId]
  const fans = { all: [hidden.accountId, viewers.fan.accountId], shown: [viewers.fan.accountId] }
  if (has !== 'nothing') {
    await setPrivacy(core, { session: viewers.fan.session, privacy: { showsFollows: true } })
    expect(await addFollowGroup(core, { session, name: 'colleagues' })).toMatchObject({ kind: 'added' })
    const places = [
      ['special', viewers.followed],
      ['default', hidden],
      ['colleagues', viewers.level1],
    ] as const
    for (const [groupName, { accountId }] of places) {
      expect(await followAccount(core, { session, accountId, groupName })).toMatchObject({ kind: 'followed' })
    }
    for (const fan of [viewers.fan, hidden]) {
      expect(await followAccount(core, { session: fan.session, accountId })).toMatchObject({ kind: 'followed' })
    }
  }
  return { bare, owner: { accountId, session }, viewers, hidden, special, others, fans }
}

async function viewOf(core: TestCore, session: Session, accountId: number) {
  const outcome = await viewProfile(core, { session, accountId, minimumLevel: 0, fansBefore: undefined })
  if (outcome.kind !== 'profile') throw new Error(outcome.kind)
  return outcome.profile
}

async function publicOf(core: TestCore, accountId: number) {
  const outcome = await readPublicProfile(core, { accountId })
  if (outcome.kind !== 'profile') throw new Error(outcome.kind)
  return outcome.profile
}

/** What a reader tells of an account, byte by byte, but for what the two of them can not have in common. */
const bytes = (profile: object) => JSON.stringify({ ...profile, accountId: 0, username: '' })

/** Who sees what of whom. */
export function privacySuite(open: OpenStores): void {
  describe('privacy', () => {
    test.each(owners)('of an account with $has: sixteen settings, seven readers, no leak', (has) =>
      onCore(open, async (core) => {
        const { bare, owner, viewers, hidden, special, others, fans } = await stage(core, has)
        const { accountId, session } = owner
        const verified = { phone: null, email: null, ...has.verified }
        const born = 'birthday' in has.changes ? birthday : null
        const isBare = has.has === 'nothing'
        const lists = (visible: typeof fans.all) => ({
          follows: isBare
            ? []
            : [
                { name: 'special', accountIds: special },
                { name: 'default', accountIds: others },
              ],
          fans: isBare ? [] : visible,
        })

        for (const privacy of everyPrivacy) {
          expect(await setPrivacy(core, { session, privacy })).toEqual({ kind: 'set' })
          const shown = {
            phone: privacy.showsPhone ? verified.phone : null,
            email: privacy.showsEmail ? verified.email : null,
            birthday: privacy.showsBirthday ? born : null,
          }
          const { level0, level1, fan, followed, administrator } = viewers
          for (const viewer of [level0, level1, fan, followed]) {
            const seen = privacy.showsFollows ? lists(fans.shown) : { follows: [], fans: [] }
            expect(await viewOf(core, viewer.session, accountId)).toMatchObject({ ...shown, ...seen })
          }
          expect(await publicOf(core, accountId)).toMatchObject(shown)

          const all = { ...verified, birthday: born, ...lists(fans.all) }
          expect(await viewOf(core, administrator.session, accountId)).toMatchObject(all)
          const typed = 'phoneClaim' in has.changes ? claims : { phoneClaim: null, emailClaim: null }
          const own = {
            phone: verified.phone ?? typed.phoneClaim,
            email: verified.email ?? typed.emailClaim,
            birthday: born,
            follows: [
              { name: 'special', accountIds: isBare ? [] : special },
              { name: 'default', accountIds: isBare ? [] : [hidden.accountId] },
              ...(isBare ? [] : [{ name: 'colleagues', accountIds: [level1.accountId] }]),
            ],
            fans: isBare ? [] : fans.all,
          }
          expect(await viewOf(core, session, accountId)).toMatchObject(own)
        }

        // Hidden is like unset: what an account hides can not be told from what another, which hides nothing, has not.
        await setPrivacy(core, { session, privacy: nothing ?? {} })
        await setPrivacy(core, { session: bare.session, privacy: everything ?? {} })
        for (const viewer of [viewers.level0, viewers.level1, viewers.fan, viewers.followed]) {
          const hiding = await viewOf(core, viewer.session, accountId)
          expect(bytes(hiding)).toBe(bytes(await viewOf(core, viewer.session, bare.accountId)))
        }
        expect(bytes(await publicOf(core, accountId))).toBe(bytes(await publicOf(core, bare.accountId)))
      })(),
    )

    test(
      'everything is hidden at first; a flag that is left out stays',
      onCore(open, async (core) => {
        const { session } = await personOf(core, 'li_lei')
        const read = async () => {
          const outcome = await readPrivacy(core, { session })
          return outcome.kind === 'privacy' ? outcome.privacy : outcome.kind
        }
        expect(await read()).toEqual(nothing)
        let expected = { ...nothing }
        for (const flag of ['showsPhone', 'showsEmail', 'showsBirthday', 'showsFollows'] as const) {
          for (const shown of [true, false, true]) {
            expect(await setPrivacy(core, { session, privacy: { [flag]: shown } })).toEqual({ kind: 'set' })
            expected = { ...expected, [flag]: shown }
            expect(await read()).toEqual(expected)
          }
        }
        expect(await setPrivacy(core, { session, privacy: { showsPhone: undefined } })).toEqual({ kind: 'set' })
        expect(await read()).toEqual(everything)
        await signOut(core, { session })
        expect(await setPrivacy(core, { session, privacy: {} })).toEqual({ kind: 'sessionOver' })
        expect(await read()).toBe('sessionOver')
      }),
    )

    test(
      'who hides whom they follow is at once no fan that others see, and is one again when they show it',
      onCore(open, async (core) => {
        const star = await personOf(core, 'star')
        const fan = await personOf(core, 'fan')
        const reader = await personOf(core, 'reader')
        await setPrivacy(core, { session: star.session, privacy: { showsFollows: true } })
        await followAccount(core, { session: fan.session, accountId: star.accountId })
        const fans = async ({ session }: { session: Session }) => (await viewOf(core, session, star.accountId)).fans
        for (const showsFollows of [false, true, false, true]) {
          await setPrivacy(core, { session: fan.session, privacy: { showsFollows } })
          expect(await fans(reader)).toEqual(showsFollows ? [fan.accountId] : [])
          expect(await fans(star)).toEqual([fan.accountId])
        }
      }),
    )

    test(
      'is refused in one order, so that ids can not be probed',
      onCore(open, async (core) => {
        const viewer = await personOf(core, 'viewer')
        const locked = await personOf(core, 'locked')
        await lockAccount(core, { accountId: locked.accountId })
        const kinds = async (minimumLevel: number) => {
          const seen: string[] = []
          for (const accountId of [undefined, 1, locked.accountId, viewer.accountId]) {
            const { session } = viewer
            seen.push((await viewProfile(core, { session, accountId, minimumLevel, fansBefore: undefined })).kind)
          }
          return seen
        }
        expect(await kinds(0)).toEqual(['idMissing', 'none', 'none', 'profile'])
        expect(await kinds(1)).toEqual(Array(4).fill('levelTooLow'))
        await setLevel(core, { accountId: viewer.accountId, level: 1 })
        expect(await kinds(1)).toEqual(['idMissing', 'none', 'none', 'profile'])
        expect(await readPublicProfile(core, locked)).toEqual({ kind: 'none' })
        await lockAccount(core, { accountId: viewer.accountId })
        expect(await kinds(2)).toEqual(Array(4).fill('sessionOver'))
      }),
    )

    test(
      'an owner’s page has the level, the claims and every group; its fans go on after the last one',
      onCore(open, async (core) => {
        const { accountId, session } = await personOf(core, 'star', 7)
        await updateProfile(core, { session, changes: claims })
        await addFollowGroup(core, { session })
        const fans: number[] = []
        for (const username of ['fan_1', 'fan_2', 'fan_3']) {
          const fan = await personOf(core, username)
          await followAccount(core, { session: fan.session, accountId })
          fans.unshift(fan.accountId)
        }
        const page = await readOwnPage(core, { session, fansBefore: undefined })
        const follows = ['special', 'default', '分组1'].map((name) => ({ name, accountIds: [] }))
        expect(page).toMatchObject({ profile: { accountId, level: 7, phone: null, ...claims, follows, fans } })
        expect(page.kind === 'profile' && Object.keys(page.profile)).not.toContain('privacy')
        for (const [index, fansBefore] of fans.entries()) {
          const rest = { profile: { fans: fans.slice(index + 1) } }
          expect(await readOwnPage(core, { session, fansBefore })).toMatchObject(rest)
          expect(await viewProfile(core, { session, accountId, minimumLevel: 0, fansBefore })).toMatchObject(rest)
        }
        await signOut(core, { session })
        expect(await readOwnPage(core, { session, fansBefore: undefined })).toEqual({ kind: 'sessionOver' })
      }),
    )
  })
}
