import type { IdentityProvider } from '@acct/core'
import { codeFrom } from '../outcome.ts'
import { type Ask, asking, couldBeProven, type Reply, standardTimeout, textOf, textOrNull, trouble } from './ask.ts'
import type { ProviderOptions } from './options.ts'
import { pictureFetcher } from './picture.ts'

/** Invalid credential, openid or token, expired, missing, or without the right to tell whose it is. */
const notProvenCodes = new Set(['40001', '40003', '40014', '41001', '41009', '42001', '48001'])
/** Seen now and then with good tokens; and “busy”. */
const worthAnotherTry = new Set(['40001', '-1'])

/**
 * WeChat. No answer of its API names the app that a token was issued to. What keeps strangers out is that openids are
 * made per app: an identity is kept under the first of our app ids, and the openid that `/sns/userinfo` tells for the
 * token must be the claimed one. The token of another app leads to no account of ours, at worst to a new one. Gender is
 * not taken: WeChat stopped telling it in 2021. Errors are told apart by number, since their texts end in changing ids.
 */
export function wechatProvider(options: ProviderOptions): IdentityProvider {
  const { appIds, url = 'https://api.weixin.qq.com', pictureHosts = [], timeout = standardTimeout } = options
  return {
    prove: async (claim) => {
      if (!couldBeProven(claim)) return { kind: 'notProven' }
      const ask = asking('wechat', url, timeout)
      const parameters = { access_token: claim.token, openid: claim.openid }
      const checked = await askTwice(ask, '/sns/auth', parameters)
      if (checked.errcode === undefined) throw trouble('wechat', 'answered nonsense')
      if (isRefusal(checked)) return { kind: 'notProven' }

      const info = await askTwice(ask, '/sns/userinfo', { ...parameters, lang: 'zh_CN' })
      if (isRefusal(info)) return { kind: 'notProven' }
      const openid = textOf(info.openid)
      if (openid === undefined) throw trouble('wechat', 'answered nonsense')
      if (openid !== claim.openid) return { kind: 'notProven' }
      return {
        kind: 'proven',
        appId: appIds[0],
        openid,
        unionId: textOf(info.unionid) ?? null,
        nickname: textOrNull(info.nickname),
        gender: null,
        pictureUrl: textOrNull(info.headimgurl)?.replace(/\/(?:46|64|96|132)$/, largest) ?? null,
      }
    },
    fetchPicture: pictureFetcher({ hosts: ['*.qlogo.cn', ...pictureHosts] }),
  }
}

/** A picture's address ends in its size; 0 is 640×640. */
const largest = '/0'

async function askTwice(ask: Ask, path: string, parameters: Readonly<Record<string, string>>): Promise<Reply> {
  const reply = await ask(path, parameters)
  return worthAnotherTry.has(textOf(reply.errcode) ?? '') ? ask(path, parameters) : reply
}

/** Whether an error's number means a worthless token. Throws for a number by which WeChat speaks of itself or of our app. */
function isRefusal({ errcode }: Reply): boolean {
  const code = textOf(errcode ?? 0)
  if (code === '0') return false
  if (code !== undefined && notProvenCodes.has(code)) return true
  throw trouble('wechat', `answered error ${codeFrom(errcode)}`)
}
