import { accountSuite } from './accounts.ts'
import { housekeepingSuite } from './housekeeping.ts'
import { lockoutSuite } from './lockout.ts'
import { passwordSuite } from './passwords.ts'
import { profileSuite } from './profile.ts'
import { sessionSuite } from './sessions.ts'
import type { OpenStores } from './setup.ts'

/** What every store must keep true: the core's operations, run on it. Called in a test file of the store's package. */
export function storeSuites(open: OpenStores): void {
  accountSuite(open)
  passwordSuite(open)
  lockoutSuite(open)
  sessionSuite(open)
  profileSuite(open)
  housekeepingSuite(open)
}

export type { OpenStores }
