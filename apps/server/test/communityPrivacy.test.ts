import { createAccount, type Privacy } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommunityWorld, communityWorld, error, passwd, type Somebody } from './support/communityWorld.ts'

let world: CommunityWorld
beforeAll(async () => {
  world = await communityWorld()
})
afterAll(() => world.test.stop())

const none = { is_display_phone: false, is_display_mail: false, is_display_birthday: false }

describe('the settings', () => {
  it('are all off at first, and change one by one', async () => {
    const { newcomer, somebody } = world
    const { client } = await somebody(0)
    expect(await client.getUserHomepagePrivacySettings()).toMatchObject({
      outcome: 'ok',
      body: { ...none, is_display_fans: false, error: 0 },
    })
    expect(await client.setUserHomepagePrivacySettings({ is_display_mail: true })).toMatchObject({
      outcome: 'ok',
      ...error(0),
    })
    expect(await client.setUserHomepagePrivacySettings({ is_display_follows_and_fans: 'true' })).toMatchObject(error(0))
    expect(await client.setUserHomepagePrivacySettings({})).toMatchObject(error(0))
    expect(
      await client.setUserHomepagePrivacySettings({ is_display_phone: 'x', is_display_mail: false }),
    ).toMatchObject({
      outcome: 'badRequest',
      body: { error: 400 },
    })
    expect(await client.getUserHomepagePrivacySettings()).toMatchObject({
      body: { ...none, is_display_mail: true, is_display_fans: true, error: 0 },
    })
    for (const off of [false, 0, '0', 'false']) {
      await client.setUserHomepagePrivacySettings({ is_display_mail: true })
      expect(await client.setUserHomepagePrivacySettings({ is_display_mail: off })).toMatchObject(error(0))
      expect(await client.getUserHomepagePrivacySettings()).toMatchObject({ body: { is_display_mail: false } })
    }
    expect(await newcomer().setUserHomepagePrivacySettings({})).toMatchObject({ outcome: 'notSignedIn', ...error(1) })
    expect(await newcomer().getUserHomepagePrivacySettings()).toMatchObject({ outcome: 'notSignedIn', ...error(1) })
  })
})

// Four flags × everybody who may look × everything that shows people: what is hidden must be, byte for byte, what an
// account shows that never set it.

const birthday = '2001-02-03'

type Viewer = Pick<Somebody, 'client' | 'fetch'>

interface Scene {
  owner: Somebody & { phone: string; email: string }
  /** The same with nothing set. */
  blank: Pick<Somebody, 'id' | 'username'>
  viewers: Record<'nobody' | 'level 0' | 'level 1' | 'fan' | 'followed' | 'owner' | 'administrator', Viewer>
  followed: Somebody
  fan: Somebody
}

async function scene(): Promise<Scene> {
  const { newcomer, reachable, somebody, test } = world
  const owner = await reachable()
  await owner.client.setOwnInfo({ birthday })
  const username = owner.username.replace('reachable', 'blank')
  const created = await createAccount(test.server.core, { username, password: passwd, level: 1 })
  if (created.kind !== 'created') throw new Error(created.kind)
  const [fan, followed] = [await somebody(), await somebody()]
  await fan.client.setUserHomepagePrivacySettings({ is_display_follows_and_fans: true })
  await fan.client.addFollow({ id: String(owner.id) })
  await owner.client.addFollow({ id: String(followed.id) })
  return {
    owner,
    blank: { id: created.accountId, username },
    fan,
    followed,
    viewers: {
      nobody: { client: newcomer(), fetch },
      'level 0': await somebody(0),
      'level 1': await somebody(1),
      fan,
      followed,
      owner,
      administrator: await somebody(10),
    },
  }
}

const flagSets: Privacy[] = Array.from({ length: 16 }, (_, bits) => ({
  showsPhone: (bits & 1) > 0,
  showsEmail: (bits & 2) > 0,
  showsBirthday: (bits & 4) > 0,
  showsFollows: (bits & 8) > 0,
}))

describe('what is hidden', () => {
  let people: Scene
  beforeAll(async () => {
    people = await scene()
  })

  const setFlags = ({ client }: Somebody, flags: Privacy) =>
    client.setUserHomepagePrivacySettings({
      is_display_phone: flags.showsPhone,
      is_display_mail: flags.showsEmail,
      is_display_birthday: flags.showsBirthday,
      is_display_follows_and_fans: flags.showsFollows,
    })

  /** What a page or an answer of somebody says, with the two names taken for one. */
  const same = (text: string) =>
    text.replaceAll(people.owner.username, 'somebody').replaceAll(people.blank.username, 'somebody')

  const textOf = async (look: typeof fetch, path: string, id: number) => {
    const text = await (await look(`${world.test.url}${path}${id}`)).text()
    return same(text)
      .replaceAll(String(id), 'id')
      .replace(/"RegDate":"[^"]*"/, '')
  }

  it.each(flagSets)('is seen by nobody who may not: %o', async (flags) => {
    const { owner, blank, viewers, fan, followed } = people
    expect(await setFlags(owner, flags)).toMatchObject(error(0))
    for (const [name, { client: viewer }] of Object.entries(viewers)) {
      const answer = await viewer.getUserInfo({ id: String(owner.id) })
      if (name === 'nobody' || name === 'level 0') {
        expect(answer).toMatchObject(error(name === 'nobody' ? 4 : 3))
        continue
      }
      const all = name === 'owner' || name === 'administrator'
      const unset = await viewer.getUserInfo({ id: String(blank.id) })
      if (unset.outcome !== 'ok' || answer.outcome !== 'ok') throw new Error(answer.outcome)
      const follows = [
        { group_name: 'special', user_ids: [] },
        { group_name: 'default', user_ids: [followed.id] },
      ]
      const expected = {
        ...unset.body,
        username: owner.username,
        ...((all || flags.showsPhone) && { phone: owner.phone }),
        ...((all || flags.showsEmail) && { mail: owner.email }),
        ...((all || flags.showsBirthday) && { birthday }),
        ...((all || flags.showsFollows) && { follows, fans: [fan.id] }),
      }
      expect(JSON.stringify(answer.body), name).toBe(JSON.stringify(expected))
    }
  })

  it.each(flagSets)('is on no public page, whoever looks: %o', async (flags) => {
    const { owner, blank, viewers } = people
    await setFlags(owner, flags)
    const phone = flags.showsPhone ? owner.phone.slice(2) : ''
    const email = flags.showsEmail ? owner.email : ''
    for (const { fetch: look } of Object.values(viewers)) {
      const [info, unset] = await Promise.all([owner, blank].map(({ id }) => textOf(look, '/token/api/user/info/', id)))
      expect(info).toBe(unset?.replace('"Email":"","Phone":""', `"Email":"${email}","Phone":"${phone}"`))
      const page = await textOf(look, '/u/', owner.id)
      for (const [shown, value] of [
        [flags.showsPhone, owner.phone.slice(2)],
        [flags.showsEmail, owner.email],
        [flags.showsBirthday, birthday],
      ] as const) {
        expect(page.includes(value)).toBe(shown)
      }
      const nothing = !flags.showsPhone && !flags.showsEmail && !flags.showsBirthday
      expect(page === (await textOf(look, '/u/', blank.id))).toBe(nothing)
    }
  })
})
