import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { Unavailable } from '../../errors.ts'
import { followAccount } from '../../follows/followAccount.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import { readPublicProfile } from '../../profile/readPublicProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { sweep } from '../../sweep.ts'
import { hour } from '../../time.ts'
import { ask, codeFor, otherPhone, phone, spend } from './codesSetup.ts'
import { follow, group, groupsOf, lists, people, person, showFollows } from './followsSetup.ts'
import { create, inParallel, type OpenStores, onCore, password, register, signIn, tally, tryWrong } from './setup.ts'

/** What goes with an account, at once and after it. */
export function deletionSuite(open: OpenStores): void {
  describe('deletion', () => {
    test(
      'sessions, codes and messages end, and the names and addresses are free again',
      onCore(open, async (core) => {
        const about = { username: 'li_lei', phone, email: 'li@example.com', password }
        const accountId = await create(core, about)
        const { token } = await signIn(core)
        const code = await codeFor(core, 'login')
        expect(await deleteAccount(core, { accountId })).toEqual({ kind: 'done' })
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
        expect(await readPublicProfile(core, { accountId })).toEqual({ kind: 'none' })
        expect(await spend.login(core, code)).toBe('codeMissing')
        expect(await core.stores.messages.list({ to: phone, limit: 9 })).toEqual([])
        expect(await signInWithPassword(core, { identifier: 'li_lei', password })).toEqual({ kind: 'unknownAccount' })
        expect(await create(core, about)).not.toBe(accountId)
        expect(await deleteAccount(core, { accountId })).toEqual({ kind: 'none' })
      }),
    )

    test(
      'nothing is left of who tried its password',
      onCore(open, async (core) => {
        const accountId = await register(core)
        await tryWrong(core, 3)
        await deleteAccount(core, { accountId })
        core.clock.advance(hour)
        expect(await sweep(core)).toMatchObject({ tries: 0 })
      }),
    )

    test(
      'what was sent to an address that the account only claimed stays: it may be another’s',
      onCore(open, async (core) => {
        const accountId = await register(core)
        await claimPhone(core, { session: (await signIn(core)).session, phone: otherPhone })
        expect(await ask(core, 'register', otherPhone)).toEqual({ kind: 'sent' })
        await deleteAccount(core, { accountId })
        expect(await core.stores.messages.list({ to: otherPhone, limit: 9 })).toHaveLength(1)
      }),
    )

    test(
      'follows, fans and groups go too, and nothing is left to be settled',
      onCore(open, async (core) => {
        const [gone, a, b] = await people(core, 3)
        if (!gone || !a || !b) throw new Error('too few')
        await follow(core, gone, a, await group(core, gone))
        await follow(core, b, gone)
        await follow(core, b, a)
        await deleteAccount(core, { accountId: gone.id })
        expect(await lists(core, gone)).toEqual({ groups: expect.anything(), fans: [] })
        expect(await groupsOf(core, gone)).toEqual([['special'], ['default']])
        expect(await groupsOf(core, b)).toEqual([['special'], ['default', a.id]])
        expect(await core.stores.follows.unsettled({ after: 0, limit: 9 })).toEqual([])
        expect(await sweep(core)).toMatchObject({ settled: 0 })
      }),
    )

    test(
      'settling that fails fails nothing else; the sweep does it, and says what breaks',
      onCore(open, async (core) => {
        const [gone, locked, fan] = await people(core, 3)
        if (!gone || !locked || !fan) throw new Error('too few')
        await follow(core, fan, gone)
        const { settle } = core.stores.follows
        core.stores.follows.settle = async () => {
          throw new Unavailable('the disk is full', { retryAfter: 1 })
        }
        expect(await deleteAccount(core, { accountId: gone.id })).toEqual({ kind: 'done' })
        expect(await lockAccount(core, { accountId: locked.id })).toEqual({ kind: 'done' })
        await showFollows(core, fan)
        expect(await groupsOf(core, fan)).toEqual([['special'], ['default']])
        await expect(sweep(core)).rejects.toThrow(Unavailable)
        core.stores.follows.settle = settle
        const unsettled = () => core.stores.follows.unsettled({ after: 0, limit: 9 })
        expect(await unsettled()).toEqual([gone.id, locked.id, fan.id].sort((one, other) => one - other))
        expect(await sweep(core)).toMatchObject({ settled: 3 })
        expect(await unsettled()).toEqual([])
      }),
    )

    test(
      'a removal that another process keeps from being forgotten is tried again by each sweep',
      onCore(open, async (core) => {
        const { id } = await person(core, 'gone')
        const { forget } = core.stores.accounts
        core.stores.accounts.forget = async () => false
        await deleteAccount(core, { accountId: id })
        expect(await sweep(core)).toMatchObject({ settled: 0 })
        expect(await core.stores.follows.unsettled({ after: 0, limit: 9 })).toEqual([id])
        core.stores.accounts.forget = forget
        expect(await sweep(core)).toMatchObject({ settled: 1 })
      }),
    )

    test(
      'whoever signs in or follows while accounts go leaves no session and no edge behind',
      { timeout: 30_000 },
      onCore(open, async (core) => {
        const me = await person(core, 'me')
        for (let round = 0; round < 50; round += 1) {
          const identifier = `gone_${round}`
          const gone = await person(core, identifier)
          const late = async (step: () => Promise<unknown>, turns: number) => {
            for (let turn = 0; turn < turns; turn += 1) await setImmediate()
            await step()
          }
          const tokens: string[] = []
          const login = async () => {
            const outcome = await signInWithPassword(core, { identifier, password })
            if (outcome.kind === 'signedIn') tokens.push(outcome.session.token)
          }
          const kinds: string[] = []
          const steps = [
            async () => void kinds.push((await deleteAccount(core, { accountId: gone.id })).kind),
            login,
            login,
            () => followAccount(core, { session: me.session, accountId: gone.id }),
            () => followAccount(core, { session: gone.session, accountId: me.id }),
          ]
          await inParallel(steps.length, (index) => late(steps[index] ?? login, (round + index * 3) % 7))
          expect(kinds).toEqual(['done'])
          for (const token of tokens) expect(await findSession(core, { token })).toEqual({ kind: 'none' })
          expect(await lists(core, me)).toMatchObject({ fans: [] })
        }
        expect(tally((await groupsOf(core, me)).map(({ length }) => String(length)))).toEqual({ 1: 2 })
      }),
    )
  })
}
