import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { minute } from '../time.ts'

const text =
  '【acct】您的账号填写了另一个手机号。在新号码通过验证之前，本号码仍用于登录和找回密码。如非本人操作，请尽快修改密码。' +
  ' acct: another phone number was entered for your account. Until it is verified, this number remains the one for' +
  ' signing in and recovery. If this was not you, change your password.'

/**
 * Keeps a number (E.164) that the caller says is theirs. It is shown to them and identifies nobody: anyone can type any
 * number. The verified number, if the account has another one, is told by SMS, at most once a minute.
 */
export async function claimPhone(
  core: Core,
  { session, phone }: { session: Session; phone: string },
): Promise<{ kind: 'claimed' } | { kind: 'sessionOver' }> {
  const notice = { text, at: core.clock.now(), quiet: minute }
  return { kind: await core.stores.profile.claimPhone(session, phone, notice) }
}
