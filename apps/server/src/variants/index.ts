import type { variants } from '@acct/schema'
import type { Handlers } from '../bind.ts'
import { handlers as card } from './card/index.ts'
import { handlers as community } from './community/index.ts'
import { handlers as phone } from './phone/index.ts'
import { handlers as social } from './social/index.ts'
import { handlers as token } from './token/index.ts'

/** The handlers of every variant there is a contract for. */
export const handlers: { readonly [Name in keyof typeof variants]: Handlers<(typeof variants)[Name]> } = {
  card,
  phone,
  social,
  token,
  community,
}
