import { createAccount, readOwnPage, setPrivacy, signInWithPassword, viewProfile } from '@acct/core'
import { type TestCore, testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { engines } from './engines.ts'
import { meddle } from './process.ts'

const password = 'Right_1'

async function person(core: TestCore, username: string) {
  await createAccount(core, { username, password })
  const outcome = await signInWithPassword(core, { identifier: username, password })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  const { session } = outcome.session
  await setPrivacy(core, { session, privacy: { showsFollows: true } })
  return session
}

// Read one after the other, a list that was hidden meanwhile would show what was added to it after that.
test.each(engines)(
  'on $name lists are those of the moment at which they were shown, whatever others do',
  async ({ name, fresh }) => {
    const place = await fresh()
    const store = await place.open()
    const core = testCore(store.stores)
    const [star, fan, reader] = [await person(core, 'star'), await person(core, 'fan'), await person(core, 'reader')]
    const came = name === 'SQLite' ? 'id' : 'came'
    const hideAndFollow = `
    update accounts set shows_follows = false where id = ${star.accountId};
    insert into follows (follower_id, followee_id, group_name, placed, ${came}, shown)
    values (${fan.accountId}, ${star.accountId}, 'default', 1, 1, true)`

    const { view } = core.stores.profile
    core.stores.profile.view = (session, how) => {
      core.stores.profile.view = view
      return view(session, {
        ...how,
        listsFor: (viewer, page) => {
          meddle(place.at, hideAndFollow)
          return how.listsFor(viewer, page)
        },
      })
    }
    const look = { session: reader, accountId: star.accountId, minimumLevel: 0, fansBefore: undefined }
    for (const time of ['meanwhile', 'afterwards']) {
      expect(await viewProfile(core, look), time).toMatchObject({ profile: { fans: [] } })
    }
    const own = await readOwnPage(core, { session: star, fansBefore: undefined })
    expect(own).toMatchObject({ profile: { fans: [fan.accountId] } })
    await store.close()
  },
)
