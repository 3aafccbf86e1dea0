import type { Question } from './providers.ts'

/** QQ’s answer, undefined if the question is not for it. It is written as with `fmt=json`. */
export function qqAnswer({ path, fields, person }: Question): object | undefined {
  if (path !== '/oauth2.0/me' && path !== '/user/get_user_info') return undefined
  const error = !fields.get('access_token')
    ? 100007
    : person === undefined
      ? 100016
      : { expired: 100014, revoked: 100013, valid: 0 }[person.state ?? 'valid']

  if (path === '/oauth2.0/me') {
    if (error !== 0 || person === undefined) return { error, error_description: 'access token check failed' }
    const wantsUnionId = fields.get('unionid') === '1'
    if (wantsUnionId && person.unionId === undefined) return { error: 100048, error_description: 'companyid not set' }
    return { client_id: person.appId, openid: person.openid, ...(wantsUnionId && { unionid: person.unionId }) }
  }

  const ours = person?.appId === fields.get('oauth_consumer_key') && person?.openid === fields.get('openid')
  if (error !== 0 || person === undefined || !ours) return { ret: error || 100016, msg: 'access token check failed' }
  const picture = person.pictureUrl ?? ''
  return {
    ret: 0,
    msg: '',
    is_lost: 0,
    nickname: person.nickname ?? '',
    // What QQ says of those who never told it.
    gender: '男',
    gender_type: 2,
    province: '',
    city: '',
    year: '0',
    figureurl: picture,
    figureurl_1: picture,
    figureurl_2: picture,
    figureurl_qq_1: picture,
    figureurl_qq_2: picture,
    figureurl_qq: picture,
    figureurl_type: '1',
    is_yellow_vip: '0',
    vip: '0',
    level: '0',
  }
}
