import { createClient } from '@acct/sdk/phone'
import { cardClient } from './cardDriver.ts'
import { newDevice } from './cookies.ts'
import type { Driver } from './driver.ts'
import { noting } from './outcomes.ts'
import { verdictOf } from './verdict.ts'

/** A client of the `phone` variant on a device of its own; what it meets is noted for the outcome gate. */
export const phoneClient = (url: string, device = newDevice()) =>
  noting('phone', createClient({ baseUrl: `${url}/phone`, fetch: device.fetch }))

const verdict = verdictOf(
  'failed',
  'accountTaken',
  'wrongPassword',
  'unknownAccount',
  'codeWrong',
  'codeExpired',
  'userNotFound',
)

export const phoneDriver: Driver = {
  variant: 'phone',
  hasUsernames: true,
  can: ['signOut', 'askForLoginCode', 'signInWithCode', 'askForResetCode', 'resetPassword'],
  device: ({ url }) => {
    const cookies = newDevice()
    const phone = phoneClient(url, cookies)
    let id = 0
    const signInAs = async (account: string, password: string) => {
      const answer = await phone.login({ account, password })
      if (answer.outcome === 'ok') id = answer.body.user_id
      return verdict(answer)
    }
    return {
      sessionToken: cookies.sessionCookie,
      register: async ({ username, password }) => verdict(await phone.register({ account: username, password })),
      signIn: (person, password = person.password) => signInAs(person.username, password),
      signInAs,
      signOut: async () => verdict(await phone.logout({ user_id: id })),
      // The document has no route that tells; a session holds in every variant, so another one is asked.
      isSignedIn: async () => (await cardClient(url, cookies).getInfo()).outcome === 'ok',
      askForLoginCode: async (phone_number) => verdict(await phone.sendLoginCode({ phone_number })),
      signInWithCode: async (phone_number, identifying_code) =>
        verdict(await phone.loginPhone({ phone_number, identifying_code })),
      askForResetCode: async (phone_number) => verdict(await phone.sendResetCode({ phone_number })),
      resetPassword: async (phone_number, identifying, new_password) =>
        verdict(await phone.forgetPassword({ phone_number, identifying, new_password, account: phone_number })),
    }
  },
}
