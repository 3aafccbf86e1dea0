import { createServer as createTlsServer } from 'node:https'
import type { Sender } from '@acct/core'
import { describe, expect, it } from 'vitest'
import { aliyunSender, tencentSender, twilioSender } from '../src/index.ts'
import {
  aliyunFailure,
  type FakeGateway,
  type Reply,
  startFakeAliyun,
  startFakeTencent,
  startFakeTwilio,
  tencentNumberFailure,
  tencentRequestFailure,
  twilioFailure,
} from '../src/testing/index.ts'
import { selfSigned } from './certificate.ts'
import { closing, deadPort, link, linked, message, notice } from './support.ts'

const secrets = { aliyun: 'aliyun-key-secret', tencent: 'tencent-key-secret', twilio: 'twilio-auth-token' }
const twilioSid = 'AC0123456789abcdef0123456789abcdef'
const quick = 400

const aliyun = (endpoint: string, changes = {}) =>
  aliyunSender({
    accessKeyId: 'LTAI1',
    accessKeySecret: secrets.aliyun,
    signName: '阿克特',
    template: 'SMS_1',
    linkTemplate: 'SMS_3',
    noticeTemplate: 'SMS_2',
    endpoint,
    ...changes,
  })
const tencent = (endpoint: string, changes = {}) =>
  tencentSender({
    secretId: 'AKID1',
    secretKey: secrets.tencent,
    sdkAppId: '1400006666',
    signName: '阿克特',
    template: '11',
    linkTemplate: '33',
    noticeTemplate: '22',
    endpoint,
    ...changes,
  })
const twilio = (endpoint: string, changes = {}) =>
  twilioSender({ accountSid: twilioSid, authToken: secrets.twilio, from: '+15005550006', endpoint, ...changes })

interface Gateway {
  readonly name: string
  readonly fake: () => Promise<FakeGateway<unknown>>
  readonly sender: (endpoint: string, changes?: { timeout?: number }) => Sender
}

const gateways: Gateway[] = [
  { name: 'aliyun', fake: () => startFakeAliyun('LTAI1'), sender: aliyun },
  { name: 'tencent', fake: () => startFakeTencent('AKID1'), sender: tencent },
  { name: 'twilio', fake: () => startFakeTwilio(twilioSid, secrets.twilio), sender: twilio },
]

/** What became of a message, whose reason must name neither its number, nor its code, nor a secret. */
async function outcomeOf(sender: Sender, one = message()) {
  const outcome = await sender.send(one)
  const told = JSON.stringify(outcome)
  for (const hidden of ['13812345678', '004711', '123456', 'acct_t_', ...Object.values(secrets)])
    expect(told).not.toContain(hidden)
  return outcome
}

describe.each(gateways)('$name', ({ fake, sender }) => {
  it('sends', async () => {
    const gateway = closing(await fake())
    expect(await outcomeOf(sender(gateway.url))).toEqual({ kind: 'sent' })
    expect(gateway.received).toHaveLength(1)
  })

  it('does not know what became of a message when the gateway says nothing, and does not ask twice', async () => {
    const gateway = closing(await fake())
    gateway.behave('silent')
    const outcome = await outcomeOf(sender(gateway.url, { timeout: quick }))
    expect(outcome.kind).toBe('unclear')
    expect(gateway.received).toHaveLength(1)
  })

  it.each<[string, 'breaking' | Reply]>([
    ['breaks the connection', 'breaking'],
    ['fails by itself', { status: 500, body: '{"Code":"InternalError","Message":"oops"}' }],
    ['is behind a proxy that fails', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['answers garbage', { status: 200, body: '<html>hello</html>' }],
    ['answers half', { status: 200, body: '{"Response":{"SendStatus' }],
    ['answers nothing', { status: 200, body: '' }],
    ['answers something else', { status: 200, body: '{}' }],
    ['answers a list', { status: 200, body: '[1]' }],
  ])('does not know either when it %s', async (_, behaviour) => {
    const gateway = closing(await fake())
    gateway.behave(behaviour)
    expect((await outcomeOf(sender(gateway.url))).kind).toBe('unclear')
    expect(gateway.received).toHaveLength(1)
  })

  it('knows that nothing was sent when nobody listens', async () => {
    const outcome = await outcomeOf(sender(`http://127.0.0.1:${await deadPort()}`))
    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining('ECONNREFUSED') })
  })

  it('knows that nothing was sent when the name is unknown', async () => {
    const outcome = await outcomeOf(sender('http://gateway.invalid'))
    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) })
  })

  it('hands nothing to a server whose certificate it can not trust', async () => {
    let asked = 0
    const impostor = createTlsServer(selfSigned(), (_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve))
    closing({ close: () => new Promise((resolve) => impostor.close(resolve)) })
    const { port } = impostor.address() as { port: number }
    const outcome = await outcomeOf(sender(`https://127.0.0.1:${port}`))
    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining('certificate') })
    expect(asked).toBe(0)
  })
})

describe('aliyun', () => {
  it('fills the template of a code, of a link and of neither', async () => {
    const gateway = closing(await startFakeAliyun('LTAI1'))
    const sender = aliyun(gateway.url)
    await sender.send(message())
    await sender.send(message({ to: '+85291234567' }))
    await sender.send(linked())
    await sender.send(notice())
    const signName = '阿克特'
    expect(gateway.received).toEqual([
      { phoneNumbers: '13812345678', signName, templateCode: 'SMS_1', templateParam: '{"code":"004711"}' },
      { phoneNumbers: '85291234567', signName, templateCode: 'SMS_1', templateParam: '{"code":"004711"}' },
      { phoneNumbers: '13812345678', signName, templateCode: 'SMS_3', templateParam: JSON.stringify({ link }) },
      { phoneNumbers: '13812345678', signName, templateCode: 'SMS_2', templateParam: null },
    ])
  })

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', 200, 'refused'],
    ['isv.MOBILE_NUMBER_ILLEGAL', 200, 'refused'],
    ['isp.RAM_PERMISSION_DENY', 200, 'refused'],
    ['InvalidAccessKeyId.NotFound', 404, 'refused'],
    ['isp.SYSTEM_ERROR', 200, 'unclear'],
    ['InternalError', 500, 'unclear'],
    ['ServiceUnavailable', 503, 'unclear'],
    ['Throttling.User', 503, 'refused'],
  ])('understands %s with HTTP %i', async (code, status, kind) => {
    const gateway = closing(await startFakeAliyun('LTAI1'))
    gateway.behave(aliyunFailure(code, status))
    expect(await outcomeOf(aliyun(gateway.url))).toEqual({ kind, reason: expect.stringContaining(code) })
  })

  it('says that its key is wrong', async () => {
    const gateway = closing(await startFakeAliyun('LTAI2'))
    const outcome = await outcomeOf(aliyun(gateway.url))
    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining('SignatureDoesNotMatch') })
  })

  it.each([
    ['notice', notice(), 'without a code'],
    ['link', linked(), 'with a link'],
  ])('sends no %s without a template for it', async (_, one, which) => {
    const gateway = closing(await startFakeAliyun('LTAI1'))
    const sender = aliyun(gateway.url, { linkTemplate: undefined, noticeTemplate: undefined })
    const reason = `aliyun has no template for messages ${which}`
    expect(await outcomeOf(sender, one)).toEqual({ kind: 'refused', reason })
    expect(gateway.received).toEqual([])
  })
})

describe('tencent', () => {
  it('fills the template of a code, of a link and of neither', async () => {
    const gateway = closing(await startFakeTencent('AKID1'))
    const sender = tencent(gateway.url)
    await sender.send(message())
    await sender.send(linked())
    await sender.send(notice())
    const common = { PhoneNumberSet: ['+8613812345678'], SmsSdkAppId: '1400006666', SignName: '阿克特' }
    expect(gateway.received).toEqual([
      { ...common, TemplateId: '11', TemplateParamSet: ['004711', '10'] },
      { ...common, TemplateId: '33', TemplateParamSet: [link, '15'] },
      { ...common, TemplateId: '22', TemplateParamSet: [] },
    ])
  })

  it.each([
    ['of the request', tencentRequestFailure('FailedOperation.TemplateIncorrectOrUnapproved'), 'refused'],
    ['of the request, its own', tencentRequestFailure('InternalError.Timeout'), 'unclear'],
    ['of the number', tencentNumberFailure('LimitExceeded.DeliveryFrequencyLimit'), 'refused'],
    ['of the number, its own', tencentNumberFailure('InternalError.Timeout'), 'unclear'],
    ['of HTTP', { status: 403, body: 'no' }, 'refused'],
  ])('understands a failure %s', async (_, reply, kind) => {
    const gateway = closing(await startFakeTencent('AKID1'))
    gateway.behave(reply)
    expect((await outcomeOf(tencent(gateway.url))).kind).toBe(kind)
  })

  it('says that its key is wrong', async () => {
    const gateway = closing(await startFakeTencent('AKID2'))
    const outcome = await outcomeOf(tencent(gateway.url))
    expect(outcome).toEqual({ kind: 'refused', reason: 'tencent answered AuthFailure.SignatureFailure' })
  })

  it.each([
    ['notice', notice(), 'without a code'],
    ['link', linked(), 'with a link'],
  ])('sends no %s without a template for it', async (_, one, which) => {
    const gateway = closing(await startFakeTencent('AKID1'))
    const sender = tencent(gateway.url, { linkTemplate: undefined, noticeTemplate: undefined })
    const reason = `tencent has no template for messages ${which}`
    expect(await outcomeOf(sender, one)).toEqual({ kind: 'refused', reason })
    expect(gateway.received).toEqual([])
  })
})

describe('twilio', () => {
  it('sends the text from its number or its messaging service', async () => {
    const gateway = closing(await startFakeTwilio(twilioSid, secrets.twilio))
    const { to, text } = message()
    await twilio(gateway.url).send(message())
    await twilio(gateway.url, { from: 'MG0123' }).send(linked())
    expect(gateway.received).toEqual([
      { to, body: text, from: '+15005550006', messagingServiceSid: null },
      { to, body: linked().text, from: null, messagingServiceSid: 'MG0123' },
    ])
  })

  it.each([
    [400, 21614, 'refused'],
    [429, 20429, 'refused'],
    [503, 20503, 'unclear'],
  ])('understands HTTP %i with %i', async (status, code, kind) => {
    const gateway = closing(await startFakeTwilio(twilioSid, secrets.twilio))
    gateway.behave(twilioFailure(status, code))
    expect(await outcomeOf(twilio(gateway.url))).toEqual({ kind, reason: expect.stringContaining(String(code)) })
  })

  it('says that its token is wrong', async () => {
    const gateway = closing(await startFakeTwilio(twilioSid, 'another'))
    expect(await outcomeOf(twilio(gateway.url))).toEqual({
      kind: 'refused',
      reason: 'twilio answered 20003 with HTTP 401',
    })
  })
})
