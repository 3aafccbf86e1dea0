import { accounts } from './accounts.ts'
import type { Operation } from './call.ts'
import { credentials } from './credentials.ts'
import { follows } from './follows.ts'
import { housekeeping } from './housekeeping.ts'
import { profile } from './profile.ts'
import { sessions } from './sessions.ts'

/** Every step of the stores that a request runs, by the method's name. */
export const operations: Readonly<Record<string, Operation>> = {
  ...sessions,
  ...accounts,
  ...credentials,
  ...profile,
  ...follows,
  ...housekeeping,
}
