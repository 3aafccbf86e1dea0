import { createAccount, readOwnPage, setPrivacy, signInWithPassword, viewProfile } from '@acct/core'
import { type TestCore, testCore } from '@acct/core/testing'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../src/index.ts'
import { freshFile } from './support.ts'

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
test('lists are those of the moment at which they were shown, whatever another process does meanwhile', async () => {
  const file = freshFile()
  const store = openStore({ file })
  const core = testCore(store.stores)
  const [star, fan, reader] = [await person(core, 'star'), await person(core, 'fan'), await person(core, 'reader')]
  const elsewhere = new Database(file)
  const follow = elsewhere.prepare(
    "insert into follows (follower_id, followee_id, group_name, placed, shown) values (?, ?, 'default', 1, 1)",
  )
  const hide = elsewhere.prepare('update accounts set shows_follows = 0 where id = ?')

  const { view } = core.stores.profile
  core.stores.profile.view = (session, how) => {
    core.stores.profile.view = view
    return view(session, {
      ...how,
      listsFor: (viewer, page) => {
        hide.run(star.accountId)
        follow.run(fan.accountId, star.accountId)
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
  elsewhere.close()
  store.close()
})
