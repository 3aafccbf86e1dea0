import { createServer } from 'node:net'
import type { Message } from '@acct/core'
import { onTestFinished } from 'vitest'

const at = Date.UTC(2026, 5, 15, 4)

export const link = 'https://id.example.com/reset-password?ticket=acct_t_secret'

/** A text message with a code, but for what is changed. */
export const message = (changes: Partial<Message> = {}): Message => ({
  id: 1,
  channel: 'sms',
  to: '+8613812345678',
  purpose: 'login',
  scope: 'login',
  code: '004711',
  link: null,
  text: '【acct】验证码 004711，用于登录，10 分钟内有效。',
  at,
  expiresAt: at + 600_000,
  ...changes,
})

/** One without a code. */
export const notice = (): Message =>
  message({ purpose: 'numberTaken', scope: null, code: null, text: '【acct】已有账号' })

/** One with a link. */
export const linked = (): Message =>
  message({ purpose: 'resetLink', scope: null, code: null, link, text: `【acct】${link}`, expiresAt: at + 900_000 })

/** Something with a `close`, closed when the test is over. */
export function closing<Closable extends { close: () => unknown }>(one: Closable): Closable {
  onTestFinished(async () => void (await one.close()))
  return one
}

/** A port of this machine that nobody listens on. */
export async function deadPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
