import { card } from './card/index.ts'

export { card } from './card/index.ts'
export { exampleOf } from './example.ts'
export { envelopeOf, outcomesOf, protocolNamesOf } from './outcomes.ts'
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

/** Every variant that there is a contract for, in the order in which all lists show them. */
export const variants = { card } as const
