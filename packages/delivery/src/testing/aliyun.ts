import { type FakeGateway, json, type Reply, startFakeGateway } from './gateway.ts'

/** A SendSms request as Aliyun receives it. */
export interface AliyunSms {
  readonly phoneNumbers: string | null
  readonly signName: string | null
  readonly templateCode: string | null
  readonly templateParam: string | null
}

/** A failure in Aliyun's words; most come with HTTP 200. */
export const aliyunFailure = (code: string, status = 200): Reply =>
  json(status, {
    Message: `${code}: +8613812345678 123456`,
    RequestId: 'F655A8D5-B967-440B-8683-DAD6FF8DE990',
    Code: code,
  })

/** Aliyun's SMS API. It wants a signed request, but does not recompute the signature. */
export const startFakeAliyun = (accessKeyId: string): Promise<FakeGateway<AliyunSms>> =>
  startFakeGateway(({ headers, url = '/' }) => {
    const signed =
      /^ACS[34]-HMAC-SHA256 Credential=/.test(headers.authorization ?? '') &&
      headers.authorization?.includes(`Credential=${accessKeyId}`) &&
      /Signature=[0-9a-f]{64}$/.test(headers.authorization) &&
      headers['x-acs-action'] === 'SendSms' &&
      headers['x-acs-version'] === '2017-05-25' &&
      headers['x-acs-date'] !== undefined &&
      headers['x-acs-signature-nonce'] !== undefined &&
      headers['x-acs-content-sha256'] !== undefined
    if (!signed) return { reply: aliyunFailure('SignatureDoesNotMatch', 400) }
    const { searchParams } = new URL(url, 'http://localhost')
    return {
      received: {
        phoneNumbers: searchParams.get('PhoneNumbers'),
        signName: searchParams.get('SignName'),
        templateCode: searchParams.get('TemplateCode'),
        templateParam: searchParams.get('TemplateParam'),
      },
      reply: json(200, { Code: 'OK', Message: 'OK', BizId: '900619746936498440^0', RequestId: 'F655A8D5' }),
    }
  })
