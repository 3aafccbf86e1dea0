import { createAccount, findSession, readOwnProfile, setStatement, signInWithPassword } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { engines } from './engines.ts'

const password = 'Right_1'

// Sessions are kept at hand on SQLite and looked up together on PostgreSQL: neither may show what is over.
test.each(engines)(
  'on $name whoever finds a session finds what is true, with others and after a wait',
  async (engine) => {
    const place = await engine.fresh()
    const store = await place.open()
    const core = testCore(store.stores)
    const enter = async (username: string) => {
      await createAccount(core, { username, password })
      const outcome = await signInWithPassword(core, { identifier: username, password })
      if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
      return outcome.session
    }
    const liLei = await enter('li_lei')
    const people = [liLei, await enter('han_meimei'), await enter('jim')]
    const whoIsIt = async ({ token }: { token: string }) => {
      const found = await findSession(core, { token })
      if (found.kind === 'none') return 'nobody'
      const own = await readOwnProfile(core, found)
      return own.kind === 'profile' ? own.profile.username : own.kind
    }
    const unknown = { token: liLei.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }
    const all = [...people, ...people, unknown]
    const names = ['li_lei', 'han_meimei', 'jim']
    expect(await Promise.all(all.map(whoIsIt))).toEqual([...names, ...names, 'nobody'])

    const found = await findSession(core, { token: liLei.token })
    if (found.kind === 'none') throw new Error('nobody is found')
    await setStatement(core, { session: found.session, statement: 'changed' })
    expect(await readOwnProfile(core, found)).toMatchObject({ profile: { signature: 'changed' } })

    // Another process locks somebody while a look is under way: who asks once that is done is told so.
    const looks = people.map(whoIsIt)
    await new Promise((resolve) => setImmediate(resolve))
    await place.query('update accounts set locked_at = 1 where username_key = ?', 'jim')
    expect(await Promise.all(people.map(whoIsIt))).toEqual(['li_lei', 'han_meimei', 'nobody'])
    await Promise.all(looks)
    await store.close()
  },
)
