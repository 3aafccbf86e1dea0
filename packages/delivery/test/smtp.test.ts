import { describe, expect, it } from 'vitest'
import { transportOptions } from '../src/email/smtp.ts'
import { smtpSender } from '../src/index.ts'
import { startFakeMailServer } from '../src/testing/index.ts'
import { closing, deadPort, message } from './support.ts'

const mail = (to = 'Li.Lei@example.com') =>
  message({ channel: 'email', to, text: '【acct】验证码 004711，用于登录。\n\nacct: 004711 is your code to sign in.' })

// The server greets after a tenth of a second, since whoever talks before that is a robot.
const quick = 400

const senderTo = (url: string, timeout?: number) =>
  closing(smtpSender({ url, from: 'acct <id@acct.example>', subject: 'acct 服务', timeout }))

/** What became of a mail, whose reason must name neither its address nor its code. */
async function outcomeOf(url: string, timeout?: number) {
  const outcome = await senderTo(url, timeout).send(mail())
  expect(JSON.stringify(outcome)).not.toMatch(/example\.com|004711|secret/)
  return outcome
}

describe('smtp', () => {
  it('sends what was written to whom it was meant for, over one connection', async () => {
    const server = closing(await startFakeMailServer())
    const sender = senderTo(server.url)
    expect(await sender.send(mail())).toEqual({ kind: 'sent' })
    expect(await sender.send(mail('"x"@example.com,other@example.com'))).toMatchObject({ kind: 'refused' })
    expect(await sender.send(mail('second@example.com'))).toEqual({ kind: 'sent' })
    expect(server.received.map(({ to }) => to)).toEqual([['Li.Lei@example.com'], ['second@example.com']])
    const { headers, body } = parsed(server.received[0]?.content ?? '')
    expect(headers).toMatch(/^From: acct <id@acct\.example>$/m)
    expect(headers).toMatch(/^To: Li\.Lei@example\.com$/m)
    expect(headers).toMatch(/^Subject: =\?UTF-8\?Q\?acct_/m)
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(body).toBe(mail().text)
  })

  it.each([
    ['the recipient', 'noRecipient', 'the mail server answered 550 to RCPT'],
    ['the message', 'noMessage', 'the mail server answered 554 to DATA'],
  ] as const)('is refused by a server that wants not %s', async (_, behaviour, reason) => {
    const server = closing(await startFakeMailServer())
    server.behave(behaviour)
    expect(await outcomeOf(server.url)).toEqual({ kind: 'refused', reason })
  })

  it('does not know what became of a message when the server falls silent once it has it', async () => {
    const server = closing(await startFakeMailServer())
    server.behave('silentAfterMessage')
    expect((await outcomeOf(server.url, quick)).kind).toBe('unclear')
    expect(server.received).toHaveLength(1)
  })

  it('knows that nothing was sent when the server falls silent before', async () => {
    const server = closing(await startFakeMailServer())
    server.behave('silentAtRecipient')
    expect((await outcomeOf(server.url, quick)).kind).toBe('refused')
    expect(server.received).toHaveLength(0)
  })

  it('knows that nothing was sent when nobody listens, or nobody has that name', async () => {
    const nobody = await outcomeOf(`smtp://user:secret@127.0.0.1:${await deadPort()}`)
    expect(nobody).toEqual({ kind: 'refused', reason: 'the mail server can not be reached: ECONNREFUSED' })
    expect((await outcomeOf('smtps://user:secret@mail.invalid')).kind).toBe('refused')
  })

  it('hands nothing to a server whose certificate it can not trust', async () => {
    const server = closing(await startFakeMailServer({ tls: true }))
    const outcome = await outcomeOf(server.url)
    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining('certificate') })
    expect(server.received).toEqual([])
  })

  it('lets a connection that it can use again go when it is closed', async () => {
    const server = closing(await startFakeMailServer())
    const sender = smtpSender({ url: server.url, from: 'id@acct.example', subject: 'acct' })
    await sender.send(mail())
    sender.close()
    expect((await sender.send(mail())).kind).toBe('refused')
    expect(server.received).toHaveLength(1)
  })

  it.each([
    ['smtp://mail.example.com', { requireTLS: true }],
    ['smtps://mail.example.com', { requireTLS: true }],
    ['smtp://mail.example.com?ignoreTLS=true', { ignoreTLS: true }],
    ['smtp://localhost:1025', { ignoreTLS: true }],
    ['smtp://[::1]:1025', { ignoreTLS: true }],
    ['smtp://127.0.0.1.example.com', { requireTLS: true }],
  ])('speaks to %s with %o', (url, expected) => {
    const { requireTLS, ignoreTLS, tls } = transportOptions(url, 1)
    expect({ ...(requireTLS && { requireTLS }), ...(ignoreTLS && { ignoreTLS }) }).toEqual(expected)
    expect(tls).toEqual({ rejectUnauthorized: true })
  })
})

function parsed(content: string): { headers: string; body: string } {
  const [headers = '', ...paragraphs] = content.replaceAll('\r\n', '\n').split('\n\n')
  const body = paragraphs.join('\n\n')
  expect(headers).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m)
  expect(headers).toMatch(/^Content-Transfer-Encoding: quoted-printable$/m)
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { headers, body: Buffer.from(bytes, 'latin1').toString('utf8').trimEnd() }
}
