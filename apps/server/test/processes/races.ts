import { expect } from 'vitest'
import {
  clientsOf,
  codeTo,
  isSignedIn,
  logIn,
  type Pair,
  password,
  patientFetch,
  register,
  sentTo,
  sessionOf,
} from './pair.ts'

/** How many try at once, every other one at each process. */
export const racers = 100

/** Has everybody try at once. */
const all = <Outcome>(run: (index: number) => Promise<Outcome>) =>
  Promise.all(Array.from({ length: racers }, (_, index) => run(index)))

/** How often which outcome was seen. */
function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

/** A mobile number of a round's own. */
const numberOf = (round: number) => `139${String(round).padStart(8, '0')}`

/** An account with a verified number, made by a code. */
async function registerWithNumber({ one, other }: Pair, number: string): Promise<void> {
  await clientsOf(one).phone.sendRegisterCode({ phone_number: number })
  const code = await codeTo(other, `+86${number}`)
  const { outcome } = await clientsOf(other).phone.registerPhone({ phone_number: number, identifying_code: code })
  expect(outcome).toBe('ok')
}

/** What many race for; each round is about somebody else. Everything is asked for, done and looked at through both processes. */
export const races: Record<string, (pair: Pair, round: number) => Promise<void>> = {
  'a name is registered once': async (pair, round) => {
    const name = `one_name_${round}`
    const answers = await all((index) => register(pair.at(index), name))
    expect(tally(answers.map(({ outcome }) => outcome))).toEqual({ ok: 1, failed: racers - 1 })
    for (const server of [pair.one, pair.other]) expect(await logIn(server, name)).toMatch(/^acct_s_/)
  },

  'a code is spent once': async (pair, round) => {
    const number = numberOf(100 + round)
    await registerWithNumber(pair, number)
    await clientsOf(pair.one).phone.sendLoginCode({ phone_number: number })
    const code = await codeTo(pair.other, `+86${number}`)
    const answers = await all((index) =>
      clientsOf(pair.at(index)).phone.loginPhone({ phone_number: number, identifying_code: code }),
    )
    expect(tally(answers.map(({ outcome }) => outcome))).toEqual({ ok: 1, codeExpired: racers - 1 })
  },

  'a number is bound to one account': async (pair, round) => {
    const number = numberOf(200 + round)
    await clientsOf(pair.one).token.sendRegisterCode({ phone: number })
    const verify_code = await codeTo(pair.other, `+86${number}`)
    const answers = await all((index) =>
      clientsOf(pair.at(index)).token.register({
        username: `binder_${round}_${index}`,
        password,
        phone: number,
        verify_code,
      }),
    )
    const { ok, ...others } = tally(answers.map(({ outcome }) => outcome))
    expect(ok).toBe(1)
    for (const outcome of Object.keys(others)) expect(['phoneTaken', 'codeNotSent']).toContain(outcome)
    expect((await clientsOf(pair.other).token.login({ loginName: number, password })).outcome).toBe('ok')
  },

  'a link sets one password': async (pair, round) => {
    const number = numberOf(300 + round)
    const phone = `86${number}`
    await registerWithNumber(pair, number)
    await clientsOf(pair.one).community.requestSmsCode({ phone })
    const smscode = await codeTo(pair.other, `+${phone}`)
    expect((await clientsOf(pair.one).community.getPasswd({ phone, smscode })).outcome).toBe('ok')
    const [newest] = await sentTo(pair.other, `+${phone}`)
    const ticket = /[?&]ticket=([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? ''
    const statuses = await all(async (index) => {
      const chosen = `chosen_${index}`
      const body = new URLSearchParams({ ticket, passwd: chosen, again: chosen })
      return (await patientFetch(`${pair.at(index).url}/reset-password`, { method: 'POST', body })).status
    })
    expect(tally(statuses.map(String))).toEqual({ 200: 1, 404: racers - 1 })
    const chosen = `chosen_${statuses.indexOf(200)}`
    const login = await clientsOf(pair.one).phone.login({ account: number, password: chosen })
    expect(login.outcome).toBe('ok')
  },

  'nothing that refreshes a session outlives it': async (pair, round) => {
    const number = numberOf(500 + round)
    await clientsOf(pair.one).token.sendRegisterCode({ phone: number })
    const verify_code = await codeTo(pair.other, `+86${number}`)
    await clientsOf(pair.one).token.register({ username: `refresher_${round}`, password, phone: number, verify_code })
    const login = await clientsOf(pair.one).token.login({ loginName: number, password })
    if (login.outcome !== 'ok') throw new Error(login.outcome)
    const { refreshToken } = login.body
    const session = sessionOf(login.headers)
    const tokens: string[] = []
    await all(async (index) => {
      if (index === racers / 2) {
        expect((await clientsOf(pair.one, session).card.logout()).outcome).toBe('ok')
        return
      }
      const answer = await clientsOf(pair.at(index)).token.refreshToken({ refreshToken })
      expect(['ok', 'invalid']).toContain(answer.outcome)
      if (answer.outcome === 'ok') tokens.push(answer.body.data)
    })
    for (const server of [pair.one, pair.other]) {
      expect((await clientsOf(server).token.refreshToken({ refreshToken })).outcome).toBe('invalid')
      for (const token of tokens) {
        expect((await clientsOf(server).token.getSelf({ token })).outcome).toBe('tokenInvalid')
      }
    }
  },

  'no more wrong passwords are tried than are allowed': async (pair, round) => {
    const username = `guessed_${round}`
    await register(pair.one, username)
    const before = await pair.number('count(*) from password_tries')
    const answers = await all((index) => clientsOf(pair.at(index)).card.login({ username, password: `wrong_${index}` }))
    expect(tally(answers.map(({ outcome }) => outcome))).toEqual({ invalidCredentials: racers })
    expect((await pair.number('count(*) from password_tries')) - before).toBe(10)
    for (const server of [pair.one, pair.other]) expect(await logIn(server, username)).toBe('')
  },

  'no more messages are sent to a number than are allowed': async (pair, round) => {
    const number = numberOf(400 + round)
    const answers = await all((index) => clientsOf(pair.at(index)).phone.sendRegisterCode({ phone_number: number }))
    expect(tally(answers.map(({ outcome }) => outcome))).toEqual({ ok: 5, tooManyRequests: racers - 5 })
    expect(await sentTo(pair.other, `+86${number}`)).toHaveLength(5)
  },

  'who is told that a password was changed finds all other sessions ended': async (pair, round) => {
    const username = `changer_${round}`
    await register(pair.one, username)
    const session = await logIn(pair.one, username)
    const logins = all(async (index) => logIn(pair.at(index), username))
    const request = { old_pwd: password, new_pwd: 'other_2', confirm_pwd: 'other_2' }
    expect((await clientsOf(pair.other, session).card.modifyPassword(request)).outcome).toBe('ok')
    const begun = (await logins).filter((token) => token !== '')
    for (const token of [session, ...begun]) {
      for (const server of [pair.one, pair.other]) expect(await isSignedIn(server, token)).toBe(false)
    }
  },
}
