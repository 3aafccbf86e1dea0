import type { Core } from '@acct/core'
import { readConfig } from '../config.ts'
import { coreOn } from '../coreOn.ts'
import { openDatabase } from '../database.ts'
import { prepareFolder } from '../dataFolder.ts'
import { argon2Hasher } from '../hasher.ts'
import { linksOf } from '../links.ts'
import { systemClock, systemRandom } from '../machine.ts'
import { operatorWordLists } from '../wordLists.ts'

/** Runs an operator's work on the same core and database as the server, which may be running beside it. */
export async function withCore<Result>(work: (core: Core) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env)
  prepareFolder(config.dataDir)
  const store = await openDatabase(config.database)
  try {
    const hasher = argon2Hasher(config.argon2)
    const links = linksOf(config, () => config.publicUrl ?? `http://localhost:${config.port}`)
    const wordLists = operatorWordLists(config)
    return await work(coreOn(store, config, { clock: systemClock, random: systemRandom, hasher, links, wordLists }))
  } finally {
    await store.close()
  }
}
