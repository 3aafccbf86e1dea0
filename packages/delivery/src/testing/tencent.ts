import { type FakeGateway, json, type Reply, startFakeGateway } from './gateway.ts'

/** A SendSms request as Tencent receives it. */
export interface TencentSms {
  readonly PhoneNumberSet: readonly string[]
  readonly SmsSdkAppId: string
  readonly SignName: string
  readonly TemplateId: string
  readonly TemplateParamSet: readonly string[]
}

const requestId = 'a0aabda6-cf91-4f3e-a81f-9198114a2279'

/** A failure of the whole request in Tencent's words. */
export const tencentRequestFailure = (code: string): Reply =>
  json(200, { Response: { Error: { Code: code, Message: `${code}: +8613812345678 123456` }, RequestId: requestId } })

/** A failure of the one number in Tencent's words. */
export const tencentNumberFailure = (code: string): Reply => statusReply(code, 0)

const statusReply = (code: string, fee: number): Reply =>
  json(200, {
    Response: {
      SendStatusSet: [
        {
          SerialNo: fee === 0 ? '' : '5000:1045710669157053657849499619',
          PhoneNumber: '+8613812345678',
          Fee: fee,
          SessionContext: '',
          Code: code,
          Message: code === 'Ok' ? 'send success' : `${code}: +8613812345678`,
          IsoCode: 'CN',
        },
      ],
      RequestId: requestId,
    },
  })

/** Tencent's SMS API. It wants a signed request, but does not recompute the signature. */
export const startFakeTencent = (secretId: string): Promise<FakeGateway<TencentSms>> =>
  startFakeGateway(({ headers }, body) => {
    const authorization = headers.authorization ?? ''
    const signed =
      authorization.startsWith(`TC3-HMAC-SHA256 Credential=${secretId}/`) &&
      /SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$/.test(authorization) &&
      headers['x-tc-action'] === 'SendSms' &&
      headers['x-tc-version'] === '2021-01-11' &&
      headers['x-tc-timestamp'] !== undefined &&
      headers['x-tc-region'] !== undefined
    if (!signed) return { reply: tencentRequestFailure('AuthFailure.SignatureFailure') }
    return { received: JSON.parse(body) as TencentSms, reply: statusReply('Ok', 1) }
  })
