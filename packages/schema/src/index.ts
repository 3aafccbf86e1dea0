import { card } from './card/index.ts'
import { community } from './community/index.ts'
import { phone } from './phone/index.ts'
import { social } from './social/index.ts'
import { token } from './token/index.ts'

export { card } from './card/index.ts'
export { community } from './community/index.ts'
export { exampleOf } from './example.ts'
export { type FileField, fileFieldsOf } from './files.ts'
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
export { methodsOf, route, variant } from './route.ts'
export { social } from './social/index.ts'
export { token } from './token/index.ts'

/** Every variant that there is a contract for, in the order in which all lists show them. */
export const variants = { card, phone, social, token, community } as const
