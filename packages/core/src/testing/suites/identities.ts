import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { findAccount } from '../../accounts/findAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import { Unavailable } from '../../errors.ts'
import type { ProviderName } from '../../identities/identity.ts'
import { signInWithProvider } from '../../identities/signInWithProvider.ts'
import { readOwnProfile } from '../../profile/readOwnProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import { type TestCore, testCore } from '../core.ts'
import { provenAs } from '../identityProvider.ts'
import { fakePicture } from '../pictureMaker.ts'
import { breakDisk, filesOf } from './picturesSetup.ts'
import { inParallel, type OpenStores, onCore } from './setup.ts'

const pictureUrl = 'https://pictures.example/han.jpg'
const han = provenAs('han', { unionId: 'u1', nickname: '韩梅梅', gender: 'female', pictureUrl })

/** Han with a token `t` and a picture at a provider. */
function introduce(core: TestCore, provider: ProviderName = 'qq', person = han): void {
  core.identityProviders[provider].people.set('t', person)
  core.identityProviders[provider].pictures.set(pictureUrl, fakePicture())
}

async function signedIn(core: TestCore, provider: ProviderName = 'qq', openid = 'han') {
  const outcome = await signInWithProvider(core, { provider, token: 't', openid })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  const { session } = outcome.session
  const read = await readOwnProfile(core, { session })
  if (read.kind !== 'profile') throw new Error(read.kind)
  return { ...outcome, accountId: session.accountId, profile: read.profile }
}

async function countOf(core: TestCore, ids: number[]): Promise<number> {
  const found = await Promise.all([...new Set(ids)].map((id) => findAccount(core, { who: String(id) })))
  return found.filter(({ kind }) => kind === 'account').length
}

/** How people sign in with what a provider knows of them. */
export function identitySuite(open: OpenStores): void {
  describe('identities', () => {
    test(
      'the first time opens an account with what the provider tells, the next times find it',
      onCore(open, async (core) => {
        introduce(core)
        const first = await signedIn(core)
        const nothing = { username: null, phone: null, phoneClaim: null, email: null, birthday: null }
        const told = { nickname: '韩梅梅', gender: 'female', picture: { kind: 'avatar' } }
        expect(first).toMatchObject({ isNew: true, profile: { ...nothing, ...told, createdAt: core.clock.now() } })
        expect(core.blobs.names()).toEqual(filesOf(first.profile.picture?.name ?? ''))
        introduce(core, 'qq', { ...han, nickname: 'Han', gender: null })
        const next = await signedIn(core)
        expect(next).toMatchObject({ isNew: false, accountId: first.accountId, profile: first.profile })
        expect(next.session.token).not.toBe(first.session.token)
        expect(await findSession(core, first.session)).toMatchObject({ kind: 'found' })
        expect(core.identityProviders.qq.fetched).toBe(1)
        expect(await findAccount(core, { who: String(first.accountId) })).toMatchObject({
          account: { role: 'normal_user', level: 0, hasPassword: false, sessions: 2 },
        })
      }),
    )

    test(
      'provider, app and openid together are one identity',
      onCore(open, async (core) => {
        introduce(core, 'qq')
        introduce(core, 'weibo')
        const ids = [(await signedIn(core, 'qq')).accountId, (await signedIn(core, 'weibo')).accountId]
        introduce(core, 'qq', { ...han, appId: 'another app' })
        ids.push((await signedIn(core, 'qq')).accountId)
        introduce(core, 'qq', { ...han, openid: 'HAN' })
        ids.push((await signedIn(core, 'qq', 'HAN')).accountId)
        expect(new Set(ids).size).toBe(4)
        introduce(core, 'qq', { ...han, unionId: null })
        expect((await signedIn(core, 'qq')).accountId).toBe(ids[0])
      }),
    )

    test(
      'who is not proven, or comes from a provider that is not set up, gets nothing',
      onCore(open, async (core) => {
        introduce(core)
        const claims = [
          { provider: 'qq', token: 'another', openid: 'han' },
          { provider: 'qq', token: 't', openid: 'li' },
          { provider: 'qq', token: '', openid: 'han' },
          { provider: 'qq', token: 't', openid: '' },
          { provider: 'wechat', token: 't', openid: 'han' },
        ] as const
        for (const claim of claims) expect(await signInWithProvider(core, claim)).toEqual({ kind: 'notProven' })
        const without = { ...core, identityProviders: {} }
        const claim = { provider: 'qq', token: 't', openid: 'han' } as const
        expect(await signInWithProvider(without, claim)).toEqual({ kind: 'notProven' })
        expect((await signedIn(core)).isNew).toBe(true)
      }),
    )

    test(
      'a provider that can not be reached makes no account',
      onCore(open, async (core) => {
        introduce(core)
        core.identityProviders.qq.unreachable = true
        const claim = { provider: 'qq', token: 't', openid: 'han' } as const
        await expect(signInWithProvider(core, claim)).rejects.toThrow(Unavailable)
        core.identityProviders.qq.unreachable = false
        expect(await signedIn(core)).toMatchObject({ isNew: true })
      }),
    )

    test.each<[string, (core: TestCore) => void]>([
      ['is not there', ({ identityProviders }) => identityProviders.qq.pictures.clear()],
      ['is none', ({ identityProviders }) => identityProviders.qq.pictures.set(pictureUrl, Buffer.from('<html>'))],
      [
        'can not be made now',
        ({ pictureMaker }) => {
          pictureMaker.overloaded = true
        },
      ],
      ['can not be written', ({ blobs }) => breakDisk(blobs, 'put', 1)],
    ])('an account is opened without a picture that %s', (_, spoil) =>
      onCore(open, async (core) => {
        introduce(core)
        spoil(core)
        expect(await signedIn(core)).toMatchObject({ isNew: true, profile: { nickname: '韩梅梅', picture: null } })
        expect(core.blobs.names()).toEqual([])
      })(),
    )

    test(
      'a nickname that can not be kept is none, a long one is cut',
      onCore(open, async (core) => {
        const names = [
          ['', null],
          ['\ud800', null],
          ['😀'.repeat(65), '😀'.repeat(64)],
          [null, null],
        ] as const
        for (const [index, [nickname, kept]] of names.entries()) {
          introduce(core, 'qq', provenAs(`p${index}`, { nickname }))
          expect((await signedIn(core, 'qq', `p${index}`)).profile).toMatchObject({ nickname: kept, gender: null })
        }
      }),
    )

    test(
      'a hundred first logins of one person at once are one account and one picture',
      onCore(open, async (core) => {
        introduce(core)
        const outcomes = await inParallel(100, () => signedIn(core))
        expect(new Set(outcomes.map(({ accountId }) => accountId)).size).toBe(1)
        expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1)
        expect(core.identityProviders.qq.fetched).toBe(1)
        expect(core.blobs.names()).toEqual(filesOf(outcomes[0]?.profile.picture?.name ?? ''))
      }),
    )

    test(
      'so they are in a hundred processes, whose pictures for nothing go',
      onCore(open, async (core) => {
        const { kept, blobs, clock } = core
        const processes = Array.from({ length: 100 }, (_, index) => testCore(kept, { blobs, clock, seed: `${index}` }))
        for (const each of processes) introduce(each)
        const outcomes = await Promise.all(processes.map((each) => signedIn(each)))
        expect(
          await countOf(
            core,
            outcomes.map(({ accountId }) => accountId),
          ),
        ).toBe(1)
        expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1)
        expect(processes.filter(({ pictureMaker }) => pictureMaker.made === 1).length).toBeGreaterThan(1)
        expect(blobs.names()).toEqual(filesOf(outcomes[0]?.profile.picture?.name ?? ''))
      }),
    )

    test(
      'a locked account stays closed to its owner, and opens again',
      onCore(open, async (core) => {
        introduce(core)
        const { accountId } = await signedIn(core)
        await lockAccount(core, { accountId })
        const claim = { provider: 'qq', token: 't', openid: 'han' } as const
        expect(await signInWithProvider(core, claim)).toEqual({ kind: 'locked' })
        expect(await signInWithProvider(core, { ...claim, token: 'x' })).toEqual({ kind: 'notProven' })
        await unlockAccount(core, { accountId })
        expect(await signedIn(core)).toMatchObject({ isNew: false, accountId })
      }),
    )

    test(
      'an identity whose account is deleted is nobody’s again',
      onCore(open, async (core) => {
        introduce(core)
        const { accountId } = await signedIn(core)
        await deleteAccount(core, { accountId })
        expect(core.blobs.names()).toEqual([])
        const again = await signedIn(core)
        expect(again.isNew).toBe(true)
        expect(again.accountId).not.toBe(accountId)
      }),
    )

    test(
      'an id that is in use is drawn again',
      onCore(open, async (core) => {
        introduce(core, 'qq')
        const { accountId } = await signedIn(core, 'qq')
        introduce(core, 'weibo')
        const { insert } = core.stores.identities
        const drawn: number[] = []
        core.stores.identities.insert = (input) => {
          drawn.push(input.account.id)
          const id = drawn.length === 1 ? accountId : input.account.id
          return insert({ ...input, account: { ...input.account, id } })
        }
        expect(await signedIn(core, 'weibo')).toMatchObject({ isNew: true, accountId: drawn[1] })
        expect(drawn).toHaveLength(2)
      }),
    )
  })
}
