import type { Question } from './providers.ts'

/** Weibo’s answer, undefined if the question is not for it. */
export function weiboAnswer({ method, path, fields, person }: Question): object | undefined {
  if (path !== '/oauth2/get_token_info' && path !== '/2/users/show.json') return undefined
  const failure = (error: string, error_code: number) => ({ error, error_code, request: path })
  if (person === undefined) return failure('invalid_access_token', 21332)
  if (person.state === 'expired') return failure('expired_token', 21327)
  if (person.state === 'revoked') return failure('token_revoked', 21316)

  if (path === '/oauth2/get_token_info') {
    if (method !== 'POST') return failure('HTTP METHOD is not suported for this request!', 10021)
    return {
      uid: Number(person.openid),
      appkey: Number(person.appId),
      scope: null,
      create_at: 1352267591,
      expire_in: 157679471,
    }
  }
  if (fields.get('uid') !== person.openid) return failure('User does not exists!', 20003)
  const picture = person.pictureUrl ?? ''
  return {
    id: Number(person.openid),
    idstr: person.openid,
    screen_name: person.nickname ?? '',
    name: person.nickname ?? '',
    location: '北京 海淀区',
    description: '',
    profile_image_url: picture,
    avatar_large: picture,
    avatar_hd: picture,
    gender: person.gender ?? 'n',
    followers_count: 1,
    created_at: 'Fri Aug 28 00:00:00 +0800 2009',
    verified: false,
    status: { id: 11142488790, text: '' },
  }
}
