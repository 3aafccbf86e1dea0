import type { Core } from '../core.ts'
import type { NewAccount } from './store.ts'

/** An account with nothing but what it signs up with. */
export function plainAccount(
  core: Core,
  given: Partial<Pick<NewAccount, 'username' | 'phone' | 'email' | 'passwordHash'>>,
): Omit<NewAccount, 'id'> {
  return {
    username: null,
    nickname: null,
    gender: null,
    phone: null,
    phoneClaim: null,
    email: null,
    passwordHash: null,
    role: 'normal_user',
    level: core.settings.defaultLevel,
    createdAt: core.clock.now(),
    ...given,
  }
}
