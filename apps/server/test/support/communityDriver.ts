import { createClient } from '@acct/sdk/community'
import { newDevice } from './cookies.ts'
import type { Driver } from './driver.ts'
import { noting } from './outcomes.ts'
import { verdictOf } from './verdict.ts'

/** A client of the `community` variant on a device of its own; what it meets is noted for the outcome gate. */
export const communityClient = (url: string, device = newDevice()) =>
  noting('community', createClient({ baseUrl: `${url}/community`, fetch: device.fetch }))

const verdict = verdictOf(
  'identifierRefused',
  'passwordWrong',
  'notRegistered',
  'notSignedIn',
  'contentRefused',
  'taken',
  'phoneOrCodeWrong',
  'codeExpired',
)

/** A number as this document writes it: country code and number, without `+`. */
const written = (phone: string) => (phone.startsWith('+') ? phone.slice(1) : `86${phone}`)

/** Which of the document's three fields an identifier belongs into. */
const fieldOf = (identifier: string) => {
  if (/^\+?\d{11,}$/.test(identifier)) return { phone: written(identifier) }
  return identifier.includes('@') ? { email: identifier } : { username: identifier }
}

export const communityDriver: Driver = {
  variant: 'community',
  hasUsernames: true,
  can: ['signOut', 'rename', 'ownPhone', 'askForLoginCode', 'signInWithCode'],
  device: ({ url }) => {
    const cookies = newDevice()
    const community = communityClient(url, cookies)
    const signInAs = async (identifier: string, passwd: string) =>
      verdict(await community.login({ ...fieldOf(identifier), passwd }))
    return {
      sessionToken: cookies.sessionCookie,
      register: async ({ username, password }) => verdict(await community.signup({ username, passwd: password })),
      signIn: (person, password = person.password) => signInAs(person.username, password),
      signInAs,
      signOut: async () => verdict(await community.logout()),
      isSignedIn: async () => verdict(await community.getOwnInfo({})) === 'done',
      rename: async (username) => verdict(await community.setOwnInfo({ username })),
      ownPhone: async () => {
        const info = await community.getOwnInfo({})
        return info.outcome === 'ok' ? info.body.phone.replace(/^86/, '') || null : null
      },
      askForLoginCode: async (phone) => verdict(await community.requestSmsCode({ phone: written(phone) })),
      signInWithCode: async (phone, smscode) =>
        verdict(await community.loginSignupSms({ phone: written(phone), smscode })),
    }
  },
}
