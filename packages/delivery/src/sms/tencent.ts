import type { Message, Sender, SendResult } from '@acct/core'
import { handOver } from '../handOver.ts'
import { optionalPackage } from '../optionalPackage.ts'
import { codeFrom, failedWith, refused, sent, standardTimeout, unclear } from '../outcome.ts'
import { noTemplate, templateFor } from './template.ts'

type Sdk = typeof import('tencentcloud-sdk-nodejs-sms', { with: { 'resolution-mode': 'require' }})

export interface TencentOptions {
  readonly secretId: string
  readonly secretKey: string
  /** Of the SMS application, digits. */
  readonly sdkAppId: string
  /** The registered signature that opens each message. */
  readonly signName: string
  /** The approved template of a message with a code; `{1}` is the code, `{2}` the minutes it is good for. */
  readonly template: string
  /** The approved template of a message with a link; `{1}` is the link, `{2}` the minutes it is good for. */
  readonly linkTemplate?: string | undefined
  /** The approved template of every message with neither code nor link; it has no variables. */
  readonly noticeTemplate?: string | undefined
  /** By default `ap-guangzhou`. */
  readonly region?: string | undefined
  /** An origin, by default `https://sms.tencentcloudapi.com`. */
  readonly endpoint?: string | undefined
  /** For each message, in milliseconds. */
  readonly timeout?: number | undefined
}

/** Failures by which Tencent speaks of itself, not of the message: it may have gone out all the same. */
const ownFailures = /^(?:InternalError|ServiceUnavailable)/

/**
 * SMS by Tencent Cloud (SendSms, 2021-01-11) through its own SDK. It fails on two levels: the request as a whole
 * (`Response.Error`, which the SDK throws), or the one number (`SendStatusSet[0].Code`, which must be `Ok`). Throws
 * `MissingPackage` where the SDK is not installed.
 */
export function tencentSender(options: TencentOptions): Sender {
  const { timeout = standardTimeout } = options
  const { sms } = optionalPackage<Sdk>('tencentcloud-sdk-nodejs-sms')
  const endpoint = new URL(options.endpoint ?? 'https://sms.tencentcloudapi.com')
  const client = new sms.v20210111.Client({
    credential: { secretId: options.secretId, secretKey: options.secretKey },
    region: options.region ?? 'ap-guangzhou',
    profile: {
      httpProfile: { protocol: `${endpoint.protocol}//`, endpoint: endpoint.host, reqTimeout: timeout / 1000 },
    },
  })

  const call = async (message: Message, templateId: string): Promise<SendResult> => {
    const { SendStatusSet } = await client.SendSms({
      PhoneNumberSet: [message.to],
      SmsSdkAppId: options.sdkAppId,
      SignName: options.signName,
      TemplateId: templateId,
      TemplateParamSet: parametersOf(message),
    })
    return judgeCode(SendStatusSet?.[0]?.Code)
  }

  return {
    send: async (message) => {
      const templateId = templateFor(message, options)
      if (templateId === undefined) return noTemplate('tencent', message)
      return handOver({ gateway: 'tencent', timeout, call: () => call(message, templateId), judge })
    },
  }
}

/** What a message brings, and for how many whole minutes that is good. */
function parametersOf({ code, link, at, expiresAt }: Message): string[] {
  const brought = code ?? link
  return brought === null ? [] : [brought, String(Math.round((expiresAt - at) / 60_000))]
}

function judgeCode(code: string | undefined): SendResult {
  if (code === 'Ok') return sent
  if (code === undefined) return unclear('tencent answered nonsense')
  const reason = `tencent answered ${codeFrom(code)}`
  return ownFailures.test(code) ? unclear(reason) : refused(reason)
}

/** The SDK throws a failure of the whole request with its code, and a failure of HTTP with its status. */
function judge(error: unknown): SendResult | undefined {
  const { code, httpCode } = error as { code?: unknown; httpCode?: unknown }
  if (typeof httpCode === 'number') return failedWith(httpCode, `tencent answered HTTP ${httpCode}`)
  return typeof code === 'string' ? judgeCode(code) : undefined
}
