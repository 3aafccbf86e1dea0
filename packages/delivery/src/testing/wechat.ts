import type { Question } from './providers.ts'

// Its texts end in something else each time.
const failure = (errcode: number, text: string) => ({
  errcode,
  errmsg: `${text} rid: 606e6c56-${errcode}, hints: [ req_id: a ]`,
})

/** WeChat’s answer, undefined if the question is not for it. */
export function wechatAnswer({ path, fields, person }: Question): object | undefined {
  if (path !== '/sns/auth' && path !== '/sns/userinfo') return undefined
  if (!fields.get('access_token')) return failure(41001, 'access_token missing')
  if (person === undefined) return failure(40014, 'invalid access_token')
  if (person.state === 'expired') return failure(42001, 'access_token expired')
  if (person.state === 'revoked') return failure(40001, 'invalid credential, access_token is invalid or not latest')

  if (path === '/sns/auth') {
    return person.openid === fields.get('openid') ? { errcode: 0, errmsg: 'ok' } : failure(40003, 'invalid openid')
  }
  // Whose the token is, whatever openid the question has.
  return {
    openid: person.openid,
    nickname: person.nickname ?? '',
    sex: 0,
    language: '',
    city: '',
    province: '',
    country: '',
    headimgurl: person.pictureUrl ?? '',
    privilege: [],
    ...(person.unionId !== undefined && { unionid: person.unionId }),
  }
}
