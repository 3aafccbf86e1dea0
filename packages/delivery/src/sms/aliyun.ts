import type { Message, Sender, SendResult } from '@acct/core'
import { handOver } from '../handOver.ts'
import { optionalPackage } from '../optionalPackage.ts'
import { codeFrom, failedWith, refused, sent, standardTimeout, unclear } from '../outcome.ts'
import { noTemplate, templateFor } from './template.ts'

type Sms = typeof import('@alicloud/dysmsapi20170525', { with: { 'resolution-mode': 'require' }})
type OpenApi = typeof import('@alicloud/openapi-core', { with: { 'resolution-mode': 'require' }})

export interface AliyunOptions {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** The registered signature that opens each message. */
  readonly signName: string
  /** `SMS_…`: the approved template of a message with a code; its one variable is `code`. */
  readonly template: string
  /** `SMS_…`: the approved template of a message with a link; its one variable is `link`. */
  readonly linkTemplate?: string | undefined
  /** `SMS_…`: the approved template of every message with neither code nor link; it has no variables. */
  readonly noticeTemplate?: string | undefined
  /** An origin, by default `https://dysmsapi.aliyuncs.com`. */
  readonly endpoint?: string | undefined
  /** For each message, in milliseconds. */
  readonly timeout?: number | undefined
}

/** Failures by which Aliyun speaks of itself, not of the message: it may have gone out all the same. */
const ownFailures = /^(?:isp\.SYSTEM_ERROR|isp\.UNKNOWN_ERROR|InternalError|ServiceUnavailable|ServiceTimeout)/

/**
 * SMS by Alibaba Cloud (dysmsapi, action SendSms) through its own SDK. Whether it took a message is decided by the
 * answer's `Code`, which must be `OK`: it answers many failures with HTTP 200. The SDK's own retries stay off, because
 * SendSms sends again what it is asked again. Throws `MissingPackage` where the SDK is not installed.
 */
export function aliyunSender(options: AliyunOptions): Sender {
  const { timeout = standardTimeout } = options
  const sms = optionalPackage<Sms>('@alicloud/dysmsapi20170525')
  const { $OpenApiUtil } = optionalPackage<OpenApi>('@alicloud/openapi-core')
  const endpoint = new URL(options.endpoint ?? 'https://dysmsapi.aliyuncs.com')
  const client = new sms.default(
    new $OpenApiUtil.Config({
      accessKeyId: options.accessKeyId,
      accessKeySecret: options.accessKeySecret,
      protocol: endpoint.protocol.slice(0, -1),
      endpoint: endpoint.host,
      connectTimeout: timeout,
      readTimeout: timeout,
    }),
  )

  const call = async (message: Message, templateCode: string): Promise<SendResult> => {
    const variables = variablesOf(message)
    const { body } = await client.sendSms(
      new sms.SendSmsRequest({
        phoneNumbers: recipient(message.to),
        signName: options.signName,
        templateCode,
        ...(variables && { templateParam: JSON.stringify(variables) }),
      }),
    )
    return judgeCode(body?.code)
  }

  return {
    send: async (message) => {
      const templateCode = templateFor(message, options)
      if (templateCode === undefined) return noTemplate('aliyun', message)
      return handOver({ gateway: 'aliyun', timeout, call: () => call(message, templateCode), judge })
    },
  }
}

/** What fills the template's variables; undefined for one without any. */
function variablesOf({ code, link }: Message): Record<string, string> | undefined {
  if (code !== null) return { code }
  return link === null ? undefined : { link }
}

/** Mainland numbers bare, others as country code and number: Aliyun wants no `+`. */
const recipient = (e164: string) => e164.replace(/^\+(?:86(?=1\d{10}$))?/, '')

function judgeCode(code: string | undefined): SendResult {
  if (code === 'OK') return sent
  if (code === undefined) return unclear('aliyun answered nonsense')
  const reason = `aliyun answered ${codeFrom(code)}`
  return ownFailures.test(code) ? unclear(reason) : refused(reason)
}

/** An answer with HTTP 4xx or 5xx reaches us as an error of the SDK. */
function judge(error: unknown): SendResult | undefined {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  if (typeof statusCode !== 'number') return undefined
  const reason = `aliyun answered ${codeFrom(code)} with HTTP ${statusCode}`
  return String(code).startsWith('Throttling') ? refused(reason) : failedWith(statusCode, reason)
}
