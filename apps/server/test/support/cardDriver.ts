import { createClient } from '@acct/sdk/card'
import { newDevice } from './cookies.ts'
import type { Driver, Verdict } from './driver.ts'
import { noting } from './outcomes.ts'

/** A client of the `card` variant on a device of its own; what it meets is noted for the outcome gate. */
export const cardClient = (url: string, device = newDevice()) =>
  noting('card', createClient({ baseUrl: `${url}/card`, fetch: device.fetch }))

const verdict = ({ outcome }: { outcome: string }): Verdict => {
  if (outcome === 'ok') return 'done'
  if (outcome === 'failed' || outcome === 'invalidCredentials' || outcome === 'notSignedIn') return 'refused'
  throw new Error(`the scenario met '${outcome}'`)
}

export const cardDriver: Driver = {
  variant: 'card',
  device: (url) => {
    const cookies = newDevice()
    const card = cardClient(url, cookies)
    return {
      sessionToken: cookies.sessionCookie,
      register: async ({ username, password, phoneClaim }) =>
        verdict(await card.register({ username, password, nickname: username, telephone: phoneClaim })),
      signIn: async (username, password) => verdict(await card.login({ username, password })),
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
