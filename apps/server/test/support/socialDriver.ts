import { createClient } from '@acct/sdk/social'
import { newDevice } from './cookies.ts'
import type { Driver } from './driver.ts'
import { codeFor } from './inbox.ts'
import { noting } from './outcomes.ts'
import { verdictOf } from './verdict.ts'

/** A client of the `social` variant on a device of its own; what it meets is noted for the outcome gate. */
export const socialClient = (url: string, device = newDevice()) =>
  noting('social', createClient({ baseUrl: `${url}/social`, fetch: device.fetch }))

// 3101 tells who knows the password that the account is locked; for a scenario it is a refusal like any other.
const verdict = verdictOf('invalidCredentials', 'locked', 'phoneInvalid', 'unauthorized')

export const socialDriver: Driver = {
  variant: 'social',
  hasUsernames: false,
  can: ['ownPhone', 'claimPhone'],
  device: ({ url, core }) => {
    const cookies = newDevice()
    const social = socialClient(url, cookies)
    const signInAs = async (account: string, password: string) =>
      verdict(await social.login({ user_type: '1', account, password }))
    return {
      sessionToken: cookies.sessionCookie,
      register: async ({ password, phone }) => {
        const sent = await social.sendVerifycode({ phone })
        if (sent.outcome !== 'ok') return verdict(sent)
        return verdict(await social.register({ phone, password, verifycode: await codeFor(core, `+86${phone}`) }))
      },
      signIn: (person, password = person.password) => signInAs(person.phone, password),
      signInAs,
      // The one route that needs a session and changes nothing if it is given nothing.
      isSignedIn: async () => verdict(await social.updateInfo({})) === 'done',
      claimPhone: async (phone) => verdict(await social.updateInfo({ phone })),
      ownPhone: async () => {
        const info = await social.updateInfo({})
        return info.outcome === 'ok' ? info.body.data.phone || null : null
      },
    }
  },
}
