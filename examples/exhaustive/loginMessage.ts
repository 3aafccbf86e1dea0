import type { LoginAnswer } from '@acct/sdk/card'

/**
 * What to tell somebody after a login, for every way in which it can end. There is no `default` that swallows the unforeseen:
 * when the API lists another outcome, `satisfies never` does not compile any more and names it.
 */
export function loginMessage(answer: LoginAnswer): string {
  switch (answer.outcome) {
    case 'ok':
      return '欢迎回来 · Welcome back'
    case 'invalidCredentials':
      return answer.body.msg
    case 'tooManyRequests':
    case 'unavailable':
      return `请在 ${answer.headers.get('retry-after')} 秒后重试 · Try again in ${answer.headers.get('retry-after')} s`
    case 'networkError':
    case 'timeout':
      return '网络不通 · No connection'
    case 'aborted':
      return ''
    case 'forbidden':
    case 'badRequest':
    case 'invalidRequest':
    case 'payloadTooLarge':
    case 'unsupportedMediaType':
    case 'internalError':
    case 'undocumentedAnswer':
      return '出错了，请联系我们 · Something is broken, please tell us'
    default:
      return answer satisfies never
  }
}
