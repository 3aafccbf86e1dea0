import { userInfo } from 'node:os'
import { actingFor, type Core } from '@acct/core'
import { readConfig } from '../config.ts'
import { coreOn } from '../coreOn.ts'
import { openDatabase } from '../database.ts'
import { prepareFolder } from '../dataFolder.ts'
import { argon2Hasher } from '../hasher.ts'
import { linksOf } from '../links.ts'
import { systemClock, systemRandom } from '../machine.ts'
import { operatorWordLists } from '../wordLists.ts'

/**
 * Runs an operator's work on the same core and database as the server, which may be running beside it. What it changes
 * stands in the audit log as an operator's, with the name of the system's user who gave the command.
 */
export async function withCore<Result>(work: (core: Core) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env)
  prepareFolder(config.dataDir)
  const store = await openDatabase(config.database)
  try {
    const hasher = argon2Hasher(config.argon2)
    const links = linksOf(config, () => config.publicUrl ?? `http://localhost:${config.port}`)
    const wordLists = operatorWordLists(config)
    const core = coreOn(store, config, { clock: systemClock, random: systemRandom, hasher, links, wordLists })
    return await work(actingFor(core)({ actor: 'operator', variant: null, source: systemUser() }))
  } finally {
    await store.close()
  }
}

/** Who gives a command, for the audit log. A container may run under a number that has no name. */
export function systemUser(): string {
  try {
    return `user ${userInfo().username}`
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}
