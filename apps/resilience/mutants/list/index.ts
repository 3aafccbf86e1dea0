import type { Mutant } from '../mutant.ts'
import { accounts } from './accounts.ts'
import { codes } from './codes.ts'
import { credentials } from './credentials.ts'
import { deliveries } from './deliveries.ts'
import { durability } from './durability.ts'
import { follows } from './follows.ts'
import { http } from './http.ts'
import { limits } from './limits.ts'
import { operations } from './operations.ts'
import { processes } from './processes.ts'
import { profiles } from './profiles.ts'
import { sdkMutants } from './sdk.ts'
import { sessionCache } from './sessionCache.ts'
import { sessions } from './sessions.ts'

/** Mutants of one part of the program. */
export interface Area {
  readonly title: string
  readonly mutants: readonly Mutant[]
}

/** Every mutant, by what it is about. */
export const areas: readonly Area[] = [
  { title: 'Passwords', mutants: credentials },
  { title: 'Sessions and tokens', mutants: sessions },
  { title: 'The cache of sessions', mutants: sessionCache },
  { title: 'Codes and tickets', mutants: codes },
  { title: 'Limits', mutants: limits },
  { title: 'Several processes', mutants: processes },
  { title: 'Accounts', mutants: accounts },
  { title: 'Profiles and privacy', mutants: profiles },
  { title: 'Follows', mutants: follows },
  { title: 'What is kept', mutants: durability },
  { title: 'Audit log, backups, metrics', mutants: operations },
  { title: 'HTTP', mutants: http },
  { title: 'Messages, providers and pictures', mutants: deliveries },
  { title: 'SDK and generated code', mutants: sdkMutants },
]
