import type { Caller } from '../../bind.ts'
import type { Said } from '../../http/outcomes.ts'

/** What every route of this document that needs a token says to somebody without one, or with one that is worth nothing. */
export const withoutToken = (
  say: { readonly tokenMissing: () => Said; readonly tokenInvalid: () => Said },
  caller: Exclude<Caller, { kind: 'session' }>,
): Said => (caller.kind === 'nobody' ? say.tokenMissing() : say.tokenInvalid())
