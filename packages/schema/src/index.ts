import { card } from './card/index.ts'
import { phone } from './phone/index.ts'
import { token } from './token/index.ts'

export { card } from './card/index.ts'
export { exampleOf } from './example.ts'
export { envelopeOf, outcomesOf, protocolNamesOf } from './outcomes.ts'
export { phone } from './phone/index.ts'
export type {
  HeaderDescription,
  Method,
  Outcome,
  ProtocolName,
  ProtocolOutcomes,
  Route,
  Variant,
} from './route.ts'
export { route, variant } from './route.ts'
export { token } from './token/index.ts'

/** Every variant that there is a contract for, in the order in which all lists show them. */
export const variants = { card, phone, token } as const
