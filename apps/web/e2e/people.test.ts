import { describe, expect, inject, it } from 'vitest'
import { somebody } from './support/people.ts'
import { acct } from './support/server.ts'
import { settings, visit } from './support/visit.ts'

const mayReadProfiles = (username: string) => acct(inject('dataDir'), 'account', 'set-level', username, '1')

describe.each(settings)('follows and fans, $name', (setting) => {
  it('follows people by link and id, in groups, and no more', async () => {
    const person = await somebody({ name: '李雷' })
    const [one, other] = [await somebody({ name: '韩梅梅' }), await somebody()]
    await mayReadProfiles(person.username)
    const { m, page, open, look, field, fill, press, sees, isAt, end } = await visit(setting, person)
    const words = m.social.people
    const followedIn = async () => {
      const info = await person.client.getOwnInfo({})
      if (info.outcome !== 'ok') throw new Error(info.outcome)
      return Object.fromEntries(info.body.follows.map(({ group_name, user_ids }) => [group_name, user_ids]))
    }
    await open('/account/people')
    await isAt(words.title)
    await sees(words.nobodyFollowed)
    await look('people-nobody')

    await press(words.followSomebody)
    await fill(words.who, 'li_lei')
    await press(words.follow)
    await sees(words.whoMissing)
    await look('people-follow')
    await fill(words.who, String(person.id))
    await press(words.follow)
    await sees(words.addFollow.accountMissing)
    await fill(words.who, `https://id.example.com/u/${one.id}`)
    await press(words.follow)
    await sees(words.followed(words.default))
    await sees('韩梅梅')
    await press(words.followSomebody)
    await fill(words.who, String(one.id))
    await press(words.follow)
    await sees(words.addFollow.alreadyThere)
    await fill(words.who, String(other.id))
    await field(words.group).selectOption('special')
    await press(words.follow)
    await sees(other.username)
    expect(await followedIn()).toEqual({ special: [other.id], default: [one.id] })

    await press(words.newGroup)
    await press(words.addGroup)
    await sees(words.groupNameMissing)
    await fill(words.groupName, '同学')
    await look('people-new-group')
    await press(words.addGroup)
    await sees(words.groupAdded('同学'))
    await press(words.newGroup)
    await fill(words.groupName, '同学')
    await press(words.addGroup)
    await sees(words.addFollowGroup.groupTaken)
    await page.keyboard.press('Escape')
    await look('people')

    await press(words.manageThis('韩梅梅'))
    await field(words.group).selectOption('同学')
    await look('people-manage')
    await press(m.save)
    await sees(words.followed('同学'))
    expect(await followedIn()).toEqual({ special: [other.id], default: [], 同学: [one.id] })
    await press(words.manageThis(other.username))
    await press(words.unfollow)
    await sees(words.unfollowed)
    await press(words.deleteThisGroup('同学'))
    await sees(words.deleteGroupText(1))
    await look('people-delete-group')
    await press(words.deleteGroup)
    await sees(words.groupDeleted('同学'))
    await sees(words.nobodyFollowed)
    expect(await followedIn()).toEqual({ special: [], default: [] })
    await end()
  })

  it('shows fans, many of them in turns, and follows them back', async () => {
    const person = await somebody()
    const fans = []
    for (let count = 0; count < 21; count++) fans.push(await somebody())
    for (const fan of fans) await fan.client.addFollow({ id: String(person.id) })
    const { m, page, open, look, press, choose, sees, end } = await visit(setting, person)
    const words = m.social.people
    await open('/account/people')
    await choose(words.fans(21))
    expect(new URL(page.url()).search).toBe('?show=fans')
    const [oldest] = fans
    const newest = fans.at(-1)
    if (oldest === undefined || newest === undefined) throw new Error('there are no fans')
    await sees(newest.username)
    await look('fans')
    await press(`${words.followBack}: ${newest.username}`)
    await sees(words.mutual)
    expect(await page.getByText(oldest.username).count()).toBe(0)
    await press(words.showMore(1))
    await sees(oldest.username)
    // The button is gone; the keyboard goes on where the list went on.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`/account/people/${oldest.id}`)
    await open('/account/people?show=fans')
    await sees(words.mutual)
    await end()
  })

  it('has a page of each person, with what the reader may see', async () => {
    const person = await somebody()
    const other = await somebody({ name: '韩梅梅' })
    await other.client.addFollow({ id: String(person.id) })
    // Whoever hides whom they follow is not among the fans that others see either.
    for (const { client } of [person, other]) {
      await client.setUserHomepagePrivacySettings({ is_display_follows_and_fans: true })
    }
    const { m, page, open, look, press, sees, isAt, end } = await visit(setting, person)
    const words = m.social.person
    // Of level 0: what the service tells everybody.
    await open(`/account/people/${other.id}`)
    await isAt(other.username)
    await sees(words.levelTooLow)
    await look('person-public')
    await press(m.social.people.follow)
    await sees(`${m.social.people.following} · ${m.social.people.default}`)

    await mayReadProfiles(person.username)
    await open(`/account/people/${other.id}`)
    await isAt('韩梅梅')
    await sees(words.follows(1))
    await sees(words.fans(1))
    await look('person')
    await press(`${m.social.people.following} · ${m.social.people.default}`)
    await press(m.social.people.unfollow)
    await page.getByRole('button', { name: m.social.people.follow, exact: true }).waitFor()

    await open(`/account/people/${person.id}`)
    await sees(words.self)
    for (const nobody of ['1', 'li_lei']) {
      await open(`/account/people/${nobody}`)
      await isAt(words.missing)
    }
    await look('person-missing')
    await end()
  })
})
