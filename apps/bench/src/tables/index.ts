import type { Bench } from '../bench.ts'
import type { Table } from '../table.ts'
import { codes } from './codes.ts'
import { large } from './large.ts'
import { logins } from './logins.ts'
import { metrics } from './metrics.ts'
import { peers } from './peers.ts'
import { postgres } from './postgres.ts'
import { sdk } from './sdk.ts'
import { start } from './start.ts'
import { storm } from './storm.ts'
import { whoAmI } from './whoAmI.ts'
import { workers } from './workers.ts'

/** Every table by the name that it is asked for with, in the order of the document. */
export const tables = {
  whoAmI,
  logins,
  workers,
  codes,
  storm,
  start,
  postgres,
  large,
  metrics,
  sdk,
  peers,
} satisfies Record<string, (bench: Bench) => Promise<Table>>
