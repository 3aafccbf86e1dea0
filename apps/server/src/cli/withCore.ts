import { type Core, createCore } from '@acct/core'
import { openStore } from '@acct/store'
import { readConfig } from '../config.ts'
import { argon2Hasher } from '../hasher.ts'
import { systemClock, systemRandom } from '../machine.ts'
import { prepareFolder } from '../serve.ts'

/** Runs an operator's work on the same core and database as the server, which may be running beside it. */
export async function withCore<Result>(work: (core: Core) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env)
  prepareFolder(config.dataDir)
  const store = openStore({ file: config.databaseFile })
  try {
    return await work(
      createCore({
        clock: systemClock,
        random: systemRandom,
        hasher: argon2Hasher(config.argon2),
        stores: store.stores,
        settings: { passwordFailureLimit: config.passwordFailures },
      }),
    )
  } finally {
    store.close()
  }
}
