import type { IdentityProvider } from '@acct/core'
import { codeFrom } from '../outcome.ts'
import { asking, couldBeProven, type Reply, standardTimeout, textOf, textOrNull, trouble } from './ask.ts'
import type { ProviderOptions } from './options.ts'
import { pictureFetcher } from './picture.ts'

/**
 * Invalid, expired, used, revoked or rejected tokens, and people that do not exist. 10006 reads “source parameter is
 * missing”, but is also what an expired token gets.
 */
const notProvenCodes = new Set('10006 10013 20003 21314 21315 21316 21317 21325 21327 21332'.split(' '))

const genders: Readonly<Record<string, 'male' | 'female'>> = { m: 'male', f: 'female' }

/**
 * Weibo. Its openid is the person's uid, the same for every app: without comparing the app key, whoever runs some app
 * could sign in as each of its users. Hence `/oauth2/get_token_info` first, then the profile.
 */
export function weiboProvider(options: ProviderOptions): IdentityProvider {
  const { appIds, url = 'https://api.weibo.com', pictureHosts = [], timeout = standardTimeout } = options
  return {
    prove: async (claim) => {
      if (!couldBeProven(claim)) return { kind: 'notProven' }
      const ask = asking('weibo', url, timeout)
      const issued = await ask('/oauth2/get_token_info', { access_token: claim.token }, 'POST')
      if (isRefusal(issued)) return { kind: 'notProven' }
      const appId = textOf(issued.appkey)
      const openid = textOf(issued.uid)
      // Called expires_in on an older page of its documentation.
      const secondsLeft = Number(textOf(issued.expire_in ?? issued.expires_in))
      if (appId === undefined || openid === undefined || Number.isNaN(secondsLeft)) throw nonsense()
      if (!appIds.includes(appId) || openid !== claim.openid || secondsLeft <= 0) return { kind: 'notProven' }

      const user = await ask('/2/users/show.json', { access_token: claim.token, uid: openid })
      if (isRefusal(user)) return { kind: 'notProven' }
      if (textOf(user.idstr) !== openid) throw nonsense()
      return {
        kind: 'proven',
        appId,
        openid,
        unionId: null,
        nickname: textOrNull(user.screen_name),
        gender: genders[String(user.gender)] ?? null,
        pictureUrl: textOrNull(user.avatar_hd) ?? textOrNull(user.avatar_large) ?? textOrNull(user.profile_image_url),
      }
    },
    fetchPicture: pictureFetcher({ hosts: ['*.sinaimg.cn', ...pictureHosts] }),
  }
}

const nonsense = () => trouble('weibo', 'answered nonsense')

/** Whether an error's number means a worthless token. Throws for a number by which Weibo speaks of itself or of our app. */
function isRefusal({ error, error_code }: Reply): boolean {
  if (error_code === undefined && error === undefined) return false
  const code = textOf(error_code)
  if (code !== undefined && notProvenCodes.has(code)) return true
  throw trouble('weibo', `answered error ${codeFrom(error_code)}`)
}
