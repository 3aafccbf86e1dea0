import { createClient } from '@acct/sdk/card'
import { newDevice } from './cookies.ts'
import type { Driver } from './driver.ts'
import { noting } from './outcomes.ts'
import { verdictOf } from './verdict.ts'

/** A client of the `card` variant on a device of its own; what it meets is noted for the outcome gate. */
export const cardClient = (url: string, device = newDevice()) =>
  noting('card', createClient({ baseUrl: `${url}/card`, fetch: device.fetch }))

const verdict = verdictOf('failed', 'invalidCredentials', 'notSignedIn')

export const cardDriver: Driver = {
  variant: 'card',
  hasUsernames: true,
  can: ['signOut', 'changePassword', 'rename', 'claimPhone', 'ownPhone'],
  device: ({ url }) => {
    const cookies = newDevice()
    const card = cardClient(url, cookies)
    const signInAs = async (username: string, password: string) => verdict(await card.login({ username, password }))
    return {
      sessionToken: cookies.sessionCookie,
      register: async ({ username, password, phone: telephone }) =>
        verdict(await card.register({ username, password, nickname: username, telephone })),
      signIn: (person, password = person.password) => signInAs(person.username, password),
      signInAs,
      signOut: async () => verdict(await card.logout()),
      isSignedIn: async () => verdict(await card.getInfo()) === 'done',
      changePassword: async (old_pwd, new_pwd) =>
        verdict(await card.modifyPassword({ old_pwd, new_pwd, confirm_pwd: new_pwd })),
      rename: async (username) => verdict(await card.updateInfo({ username })),
      claimPhone: async (telephone) => verdict(await card.changeTelNum({ telephone })),
      ownPhone: async () => {
        const info = await card.getInfo()
        return info.outcome === 'ok' ? info.body.telephone : null
      },
    }
  },
}
