import { type FakeGateway, json, type Reply, startFakeGateway } from './gateway.ts'

/** A message as Twilio receives it. */
export interface TwilioSms {
  readonly to: string | null
  readonly from: string | null
  readonly messagingServiceSid: string | null
  readonly body: string | null
}

/** A failure in Twilio's words. */
export const twilioFailure = (status: number, code: number): Reply =>
  json(status, {
    code,
    message: `${code}: +8613812345678 123456`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  })

/** Twilio's Messages API. It checks the credentials. */
export const startFakeTwilio = (accountSid: string, authToken: string): Promise<FakeGateway<TwilioSms>> =>
  startFakeGateway(({ headers, method, url }, body) => {
    const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
    if (headers.authorization !== `Basic ${basic}`) return { reply: twilioFailure(401, 20003) }
    if (method !== 'POST' || url !== `/2010-04-01/Accounts/${accountSid}/Messages.json`) {
      return { reply: twilioFailure(404, 20404) }
    }
    const fields = new URLSearchParams(body)
    return {
      received: {
        to: fields.get('To'),
        from: fields.get('From'),
        messagingServiceSid: fields.get('MessagingServiceSid'),
        body: fields.get('Body'),
      },
      reply: json(201, { sid: 'SM0123456789abcdef0123456789abcdef', status: 'queued', error_code: null }),
    }
  })
