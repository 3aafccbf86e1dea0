import { createClient } from '@acct/sdk/token'
import { newDevice } from './cookies.ts'
import type { Driver } from './driver.ts'
import { codeFor } from './inbox.ts'
import { noting } from './outcomes.ts'
import { verdictOf } from './verdict.ts'

/** A client of the `token` variant on a device of its own; what it meets is noted for the outcome gate. */
export const tokenClient = (url: string, device = newDevice()) =>
  noting('token', createClient({ baseUrl: `${url}/token`, fetch: device.fetch }))

const verdict = verdictOf(
  'invalidCredentials',
  'tokenInvalid',
  'tokenMissing',
  'usernameTaken',
  'usernameRefused',
  'phoneTaken',
)

export const tokenDriver: Driver = {
  variant: 'token',
  hasUsernames: true,
  can: ['ownPhone'],
  device: ({ url, core }) => {
    const cookies = newDevice()
    const client = tokenClient(url, cookies)
    let token = ''
    const signInAs = async (loginName: string, password: string) => {
      const answer = await client.login({ loginName, password })
      if (answer.outcome === 'ok') token = answer.body.token
      return verdict(answer)
    }
    return {
      sessionToken: cookies.sessionCookie,
      register: async ({ username, password, phone }) => {
        const sent = await client.sendRegisterCode({ phone })
        if (sent.outcome !== 'ok') return verdict(sent)
        return verdict(
          await client.register({ username, password, phone, verify_code: await codeFor(core, `+86${phone}`) }),
        )
      },
      signIn: (person, password = person.password) => signInAs(person.phone, password),
      signInAs,
      // By the cookie: the access token itself ends after 15 minutes, the session does not.
      isSignedIn: async () => verdict(await client.getSelf({})) === 'done',
      ownPhone: async () => {
        const self = await client.getSelf({ token })
        return self.outcome === 'ok' ? self.body.data.Phone || null : null
      },
    }
  },
}
