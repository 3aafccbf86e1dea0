import type { Core } from '../core.ts'
import type { NewAccount } from './store.ts'

type Row = Omit<NewAccount, 'id'>

/** An account that begins now with nothing but what is given: an ordinary user's, at the level of new accounts. */
export function plainAccount(core: Core, given: Partial<Omit<Row, 'createdAt'>>): Row {
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
