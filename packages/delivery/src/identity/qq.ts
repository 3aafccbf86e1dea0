import type { IdentityProvider } from '@acct/core'
import { codeFrom } from '../outcome.ts'
import { type Ask, asking, couldBeProven, type Reply, standardTimeout, textOf, textOrNull, trouble } from './ask.ts'
import type { ProviderOptions } from './options.ts'
import { pictureFetcher } from './picture.ts'

/** Missing, revoked, expired, withdrawn, check failed: the token is worth nothing. */
const notProvenCodes = new Set(['100007', '100013', '100014', '100015', '100016'])
/** The app may not ask for UnionIDs. */
const noUnionId = '100048'
/** The person did not let the app read their profile. */
const profileWithheld = '100030'

/**
 * QQ. `/oauth2.0/me` tells whose a token is and which app it was issued to, so both are compared; the profile comes from
 * `/user/get_user_info`. Its gender is not taken: QQ answers 男 for who never said.
 */
export function qqProvider(options: ProviderOptions): IdentityProvider {
  const { appIds, url = 'https://graph.qq.com', pictureHosts = [], timeout = standardTimeout } = options
  return {
    prove: async (claim) => {
      if (!couldBeProven(claim)) return { kind: 'notProven' }
      const ask = asking('qq', url, timeout)
      const me = await askMe(ask, claim.token)
      if (isRefusal(me.error)) return { kind: 'notProven' }
      const appId = textOf(me.client_id)
      const openid = textOf(me.openid)
      if (appId === undefined || openid === undefined) throw trouble('qq', 'answered nonsense')
      if (!appIds.includes(appId) || openid !== claim.openid) return { kind: 'notProven' }

      const parameters = { access_token: claim.token, oauth_consumer_key: appId, openid, format: 'json' }
      const info = await ask('/user/get_user_info', parameters)
      const ret = textOf(info.ret)
      if (ret === undefined) throw trouble('qq', 'answered nonsense')
      if (ret !== profileWithheld && isRefusal(ret)) return { kind: 'notProven' }
      return {
        kind: 'proven',
        appId,
        openid,
        unionId: textOf(me.unionid) ?? null,
        nickname: textOrNull(info.nickname),
        gender: null,
        pictureUrl: textOrNull(info.figureurl_qq) ?? textOrNull(info.figureurl_qq_2) ?? textOrNull(info.figureurl_qq_1),
      }
    },
    fetchPicture: pictureFetcher({ hosts: ['*.qlogo.cn', ...pictureHosts] }),
  }
}

async function askMe(ask: Ask, token: string): Promise<Reply> {
  const parameters = { access_token: token, fmt: 'json' }
  const me = await ask('/oauth2.0/me', { ...parameters, unionid: '1' })
  return textOf(me.error) === noUnionId ? ask('/oauth2.0/me', parameters) : me
}

/** Whether an error's number means a worthless token. Throws for a number by which QQ speaks of itself or of our app. */
function isRefusal(code: unknown): boolean {
  if (code === undefined || textOf(code) === '0') return false
  const text = textOf(code)
  if (text !== undefined && notProvenCodes.has(text)) return true
  throw trouble('qq', `answered error ${codeFrom(code)}`)
}
