import type { RequestListener } from 'node:http'
import { json, textOf } from './server.ts'

const quarterOfAnHour = 15 * 60_000

/** As much of a `token` server as keeping tokens meets, in memory, at a time that the test decides. */
export function tokenServer(clock: { now: number }) {
  const sessions = new Map<string, { user: string; expiries: Map<string, number> }>()
  const statements = new Map<string, string>()
  const counts = { logins: 0, refreshes: 0, calls: 0, bearers: 0 }
  let made = 0

  const tokenOf = (kind: 'a' | 'r') => `acct_${kind}_${String(++made).padStart(43, '0')}`
  function accessFor(session: { expiries: Map<string, number> }): string {
    const token = tokenOf('a')
    session.expiries.set(token, clock.now + quarterOfAnHour)
    return token
  }
  const callerOf = (token: string) =>
    [...sessions.values()].find(({ expiries }) => (expiries.get(token) ?? 0) > clock.now)

  const listener: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const text = await textOf(request)
    const body = text === '' ? {} : JSON.parse(text)
    const bearer = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1]
    const answer = (status: boolean, data: unknown, more = {}) => json(response, 200, { status, data, ...more })

    switch (pathname) {
      case '/api/user/login': {
        counts.logins++
        if (body.password !== 'right') return answer(false, '用户名或密码错误')
        const session = { user: body.loginName, expiries: new Map() }
        const refreshToken = tokenOf('r')
        sessions.set(refreshToken, session)
        return answer(true, '', { token: accessFor(session), refreshToken })
      }
      case '/api/verify/token': {
        counts.refreshes++
        const session = sessions.get(searchParams.get('refreshToken') ?? '')
        return session ? answer(true, accessFor(session)) : answer(false, 'refreshToken失效')
      }
      default: {
        counts.calls++
        if (bearer) counts.bearers++
        const token = body.token ?? searchParams.get('token') ?? bearer ?? ''
        if (token === '') return answer(false, 'token 不可为空')
        const caller = callerOf(token)
        if (!caller) return answer(false, 'token 不合法')
        if (pathname !== '/api/user/info/self') {
          statements.set(caller.user, body.new_statement)
          return answer(true, '')
        }
        return answer(true, {
          Uid: 1,
          Username: caller.user,
          Password: '',
          Email: '',
          Phone: '',
          Salt: '',
          RegDate: '2026-01-02T03:04:05.000Z',
          Statement: statements.get(caller.user) ?? '',
        })
      }
    }
  }

  return {
    listener,
    counts,
    /** Lets every access token expire. */
    later: () => {
      clock.now += quarterOfAnHour
    },
    /** Ends all sessions. */
    revoke: () => sessions.clear(),
  }
}
