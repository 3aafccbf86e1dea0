import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspectStore, openStore } from '@acct/store'
import { listed } from '../src/report.ts'
import { type Seeded, seeded } from '../src/seeded.ts'
import { acct, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { known, makeOldDatabase, readBack } from './oldDatabase.ts'
import { type ShimmedFolder, shimmedFolder } from './shim/shim.ts'

const accounts = 2000

/** A new program meets an old database, and is killed while it brings it up to date, or while it makes its first one. */
export const migration: FaultScenario = {
  name: 'migration',
  run: async ({ long, seed }) => {
    const [points, firsts] = long ? [20, 20] : [4, 2]
    const random = seeded(seed + 6)
    const shim = shimmedFolder()
    try {
      const file = join(shim.folder, 'acct.db')
      const old = join(shim.folder, '..', 'old')
      const [wrong, unmade, after]: [string[], string[], Set<number>] = [[], [], new Set()]
      for (let nth = 1; nth <= points; nth += 1) {
        // From the oldest schema to the one before the newest.
        const applied = 1 + ((nth - 1) % (known - 1))
        rmSync(old, { recursive: true, force: true })
        mkdirSync(old)
        makeOldDatabase(join(old, 'acct.db'), { applied, accounts })
        const { accounts: expected } = readBack(join(old, 'acct.db'))
        const at = await killWithin(shim, random, () => cpSync(old, shim.folder, { recursive: true }))
        const left = readBack(file)
        after.add(left.applied)
        if (left.applied !== applied && left.applied !== known)
          wrong.push(`${left.applied} of ${known} migrations after a kill at ${at}`)
        if (left.accounts !== expected) wrong.push(`other accounts after a kill at ${at}`)
        wrong.push(...refusalOf(file))
        const found = readBack(file)
        if (found.applied !== known || found.accounts !== expected) wrong.push(`not whole after the next start (${at})`)
        wrong.push(...inspectStore({ file }).problems)
      }
      for (let nth = 1; nth <= firsts; nth += 1) {
        const at = await killWithin(shim, random, () => undefined)
        // Nothing in its place, or all of it.
        if (existsSync(file)) unmade.push(...inspectStore({ file }).problems)
        unmade.push(...refusalOf(file))
        const { rows, migrations, problems } = inspectStore({ file })
        if (rows.accounts !== 0 || migrations.applied !== known)
          unmade.push(`not made by the start after a kill at ${at}`)
        unmade.push(...problems)
        const litter = readdirSync(shim.folder).filter((name) => name.includes('.new-') && !name.endsWith('-journal'))
        if (litter.length > 0) unmade.push(`${litter.join(', ')} is left`)
      }
      return [
        {
          done: `${points} × kill in the middle of a write of \`acct migrate\`, on databases of every age with ${accounts} accounts`,
          seen: `${[...after].sort().join(' or ')} of ${known} migrations were applied by then; ${wrong.length} not as they were or not migrated by the next start ${listed(wrong)}`,
          passed: wrong.length === 0,
        },
        {
          done: `${firsts} × kill in the middle of a write of a first \`acct migrate\``,
          seen: `${unmade.length} not made whole by the next start ${listed(unmade)}`,
          passed: unmade.length === 0,
        },
      ]
    } finally {
      shim.remove()
    }
  },
}

/** Starts on a database as a server does; why it was refused, if it was. */
function refusalOf(file: string): string[] {
  try {
    openStore({ file }).close()
    return []
  } catch (error) {
    return [`the next start failed: ${error instanceof Error ? error.message : error}`]
  }
}

/** Migrates a folder once to the end, to count the writes, and again up to one of them. Tells which. */
async function killWithin(shim: ShimmedFolder, random: Seeded, prepare: () => void): Promise<string> {
  const begin = () => {
    for (const name of readdirSync(shim.folder)) rmSync(join(shim.folder, name), { recursive: true })
    prepare()
    shim.set('writes', 0)
  }
  begin()
  const whole = await acct(['migrate'], { ...unlimited, ...shim.settings })
  if (whole.code !== 0) throw new Error(`acct migrate failed: ${whole.err}`)
  const writes = Number(shim.get('writes'))
  const at = 1 + random.below(writes)
  begin()
  shim.set('endAtWrite', at)
  const killed = await acct(['migrate'], { ...unlimited, ...shim.settings })
  shim.set('endAtWrite', 0)
  if (killed.code !== null) throw new Error(`acct migrate was not killed at write ${at} of ${writes}`)
  return `write ${at} of ${writes}`
}
