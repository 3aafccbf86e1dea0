import { retryAfter } from '../http/effects.ts'
import type { Effect, Said } from '../http/outcomes.ts'

/** What somebody hears who asks too often, where the document has no words of its own for it. */
export const later = (
  result: { readonly retryAfter: number },
  say: { readonly tooManyRequests: (body: Record<string, never>, retryAfter: Effect) => Said },
): Said => say.tooManyRequests({}, retryAfter(result.retryAfter))
