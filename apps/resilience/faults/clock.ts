import { sessionToken } from '@acct/sdk'
import { createClient as cardClient } from '@acct/sdk/card'
import { createClient as communityClient } from '@acct/sdk/community'
import { createClient as tokenClient } from '@acct/sdk/token'
import { listed } from '../src/report.ts'
import { serve, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { codeFor } from './household/operation.ts'
import { shimmedFolder } from './shim/shim.ts'

const day = 86_400n * 1_000_000_000n

/** Somebody with a verified number, a session and an access token. */
interface Visitor {
  readonly phone: string
  readonly session: string
  readonly access: string
  readonly refresh: string
}

/**
 * The clock jumps a day ahead, back, a day behind, and back. What lives shorter than a day ends, or lives on; everything
 * that answers, answers as documented; and once the clock is right again, everybody can do everything.
 */
export const clock: FaultScenario = {
  name: 'clock',
  run: async ({ long }) => {
    const rounds = long ? 10 : 1
    const shim = shimmedFolder()
    try {
      const limits = { ...unlimited, ACCT_LIMIT_CODES_PER_HOUR: '5', ACCT_LIMIT_CODES_PER_DAY: '10' }
      const server = await serve({ ...limits, ...shim.settings })
      const visits = visitsOf(server.url)
      const [seen, wrong]: [string[], string[]] = [[], []]
      const expect = (what: string, outcome: string, ...documented: string[]) => {
        seen.push(outcome)
        if (!documented.includes(outcome)) wrong.push(`${what}: ${outcome} and not ${documented.join(' or ')}`)
      }
      /** Everything that must work at any time, for somebody new. */
      const newcomer = async (when: string): Promise<Visitor | undefined> => {
        const phone = visits.newPhone()
        expect(`${when}, a code`, await visits.askForCode(phone), 'ok')
        const { outcome, session } = await visits.signUp(phone)
        expect(`${when}, signing up with it`, outcome, 'ok')
        const tokens = await visits.signIn(phone, session)
        expect(`${when}, setting a password and signing in`, tokens.outcome, 'ok')
        return session && tokens.access ? { phone, session, access: tokens.access, refresh: tokens.refresh } : undefined
      }
      const present = async (when: string, visitor: Visitor | undefined, ...ofAccess: string[]) => {
        if (visitor === undefined) return
        expect(`${when}, a session`, await visits.whoAmI(visitor.session), 'ok')
        expect(`${when}, an access token`, await visits.self(visitor.access), ...ofAccess)
        expect(`${when}, a refresh token`, await visits.refresh(visitor.refresh), 'ok')
      }
      const both = ['ok', 'tokenInvalid']
      for (let round = 1; round <= rounds; round += 1) {
        const before = await newcomer('at first')
        for (const [offset, when] of [
          [day, 'a day ahead'],
          [-day, 'a day behind'],
        ] as const) {
          const pending = visits.newPhone()
          expect('a code', await visits.askForCode(pending), 'ok')
          shim.set('clockOffset', offset)
          await present(when, before, ...(offset > 0n ? ['tokenInvalid'] : both))
          expect(
            `${when}, a code of before`,
            (await visits.signUp(pending)).outcome,
            ...(offset > 0n ? ['codeExpired'] : ['ok', 'codeExpired']),
          )
          const during = await newcomer(when)
          await present(when, during, 'ok')
          // Everything that is limited, up to its limit.
          for (let nth = 0; nth < 10; nth += 1) await visits.wrongPassword(during?.phone ?? '')
          for (let nth = 0; nth < 5; nth += 1) await visits.askForCode(during?.phone ?? '')
          shim.set('clockOffset', 0)
          const after = `back from ${when}`
          await present(after, before, ...both)
          await present(after, during, ...both)
          const again = await newcomer(after)
          await present(after, again, 'ok')
          expect(`${after}, a code for who asked for many then`, await visits.askForCode(during?.phone ?? ''), 'ok')
          expect(
            `${after}, the password of whom somebody guessed at then`,
            await visits.rightPassword(during?.phone ?? ''),
            'ok',
          )
        }
      }
      const errors = server.errors()
      const failures = server
        .log()
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line))
      const ended = await server.end('SIGTERM')
      return [
        {
          done: `${rounds} × the clock a day ahead, right, a day behind, right`,
          seen: `${seen.length} answers, ${wrong.length} wrong ${listed(wrong)}`,
          passed: wrong.length === 0,
        },
        {
          done: 'looked at the server',
          seen: `exit ${ended}, ${failures.length} errors logged ${listed(failures)} ${errors}`,
          passed: ended === 0 && failures.length === 0 && errors === '',
        },
      ]
    } finally {
      shim.remove()
    }
  },
}

const password = 'hanmeimei1'

/** What visitors do; each tells its outcome. Numbers are written as `community` does. */
function visitsOf(url: string) {
  const community = (token?: string) => communityClient({ baseUrl: `${url}/community`, token })
  const token = tokenClient({ baseUrl: `${url}/token` })
  const local = (phone: string) => phone.slice(2)
  let numbers = 0
  return {
    newPhone: () => `86137${String(++numbers).padStart(8, '0')}`,
    askForCode: async (phone: string) => (await community().requestSmsCode({ phone })).outcome,
    signUp: async (phone: string) => {
      const answer = await community().loginSignupSms({ phone, smscode: await codeFor(url, `+${phone}`, 'community') })
      return { outcome: answer.outcome, session: answer.outcome === 'ok' ? sessionToken(answer.headers) : undefined }
    },
    /** Sets a password with another code, keeping the session, and signs in with it. */
    signIn: async (phone: string, session: string | undefined) => {
      await community().requestSmsCode({ phone })
      const smscode = await codeFor(url, `+${phone}`, 'community')
      const changed = await community(session).changePasswd({ phone, passwd: password, smscode })
      if (changed.outcome !== 'ok') return { outcome: changed.outcome, access: '', refresh: '' }
      const answer = await token.login({ loginName: local(phone), password })
      if (answer.outcome !== 'ok') return { outcome: answer.outcome, access: '', refresh: '' }
      return { outcome: 'ok', access: answer.body.token, refresh: answer.body.refreshToken }
    },
    whoAmI: async (session: string) => (await cardClient({ baseUrl: `${url}/card`, token: session }).getInfo()).outcome,
    self: async (access: string) => (await token.getSelf({ token: access })).outcome,
    refresh: async (refresh: string) => (await token.refreshToken({ refreshToken: refresh })).outcome,
    wrongPassword: async (phone: string) => (await token.login({ loginName: local(phone), password: 'no' })).outcome,
    rightPassword: async (phone: string) => (await token.login({ loginName: local(phone), password })).outcome,
  }
}
