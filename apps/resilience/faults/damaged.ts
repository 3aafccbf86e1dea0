import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspectStore, openStore, StoreRefused } from '@acct/store'
import { count, listed, type Row } from '../src/report.ts'
import { type Seeded, seeded } from '../src/seeded.ts'
import { DidNotStart, serve, temporaryFolder, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { bytesOf, type Damage, damageToFile, damageToLog } from './damage.ts'
import { observe } from './household/observe.ts'
import { foundTown, type Town } from './household/town.ts'

/** A database is damaged while nobody serves it. The start says so in one line and changes nothing, or everything is there. */
export const damaged: FaultScenario = {
  name: 'damaged',
  run: async ({ long, seed }) => {
    const random = seeded(seed + 5)
    const { folder, remove } = temporaryFolder('damaged')
    const settings = { ...unlimited, ACCT_DATA_DIR: join(folder, 'data') }
    try {
      let server = await serve(settings)
      const town = await foundTown(server.url, { seed, acting: 4 })
      await town.live(server.url, () => town.acknowledged() >= 100)
      await server.end('SIGTERM')
      const rows: Row[] = []
      const strikeAll = async (damages: readonly Damage[]) => {
        for (const damage of damages) {
          const times = damage.right.length > 1 || damage.right[0] === 'past' ? (long ? 50 : 3) : 1
          rows.push(await tryAll({ damage, times, folder, town, random }))
        }
      }
      await strikeAll(damageToFile)
      server = await serve(settings)
      const enough = town.acknowledged() + 100
      await town.live(server.url, () => town.acknowledged() >= enough)
      await server.end('SIGKILL')
      await strikeAll(damageToLog)
      return rows
    } finally {
      remove()
    }
  },
}

interface Trial {
  readonly damage: Damage
  readonly times: number
  readonly folder: string
  readonly town: Town
  readonly random: Seeded
}

async function tryAll({ damage, times, folder, town, random }: Trial): Promise<Row> {
  const asProcess = damage.right.includes('refused')
  const [wrong, ends]: [string[], Map<string, number>] = [[], new Map()]
  for (let nth = 1; nth <= times; nth += 1) {
    const copy = join(folder, 'copy')
    cpSync(join(folder, 'data'), copy, { recursive: true })
    damage.strike(join(copy, 'acct.db'), random)
    const { end, problems } = await look(copy, asProcess && nth === 1 ? startServer : startStore, town)
    ends.set(end, (ends.get(end) ?? 0) + 1)
    wrong.push(...problems)
    if (!damage.right.some((right) => right === end || (right === 'past' && end === 'whole')))
      wrong.push(`it ended ${end}`)
    rmSync(copy, { recursive: true })
  }
  const words = {
    refused: 'refused in one line, files unchanged',
    whole: 'started with everything',
    past: 'started as it was a little earlier',
  }
  const seen = [...ends].map(([end, often]) => `${count(often)} × ${words[end as keyof typeof words] ?? end}`)
  return { done: `${times} × ${damage.name}`, seen: `${seen.join(', ')} ${listed(wrong)}`, passed: wrong.length === 0 }
}

/** What a start on a damaged database ends with: the line that it was refused with, or nothing. */
type Start = (folder: string) => Promise<string | undefined>

/** As a process, for how it ends and what it says: it takes a second. */
const startServer: Start = async (folder) => {
  try {
    const server = await serve({ ...unlimited, ACCT_DATA_DIR: folder })
    await server.end('SIGTERM')
    return undefined
  } catch (error) {
    if (error instanceof DidNotStart) return `${error.stderr}(exit ${error.code})`
    throw error
  }
}

/** What such a process does with its database, and says of it. */
const startStore: Start = async (folder) => {
  try {
    openStore({ file: join(folder, 'acct.db') }).close()
    return undefined
  } catch (error) {
    if (error instanceof StoreRefused) return `acct: ${error.message}\n(exit 1)`
    throw error
  }
}

/** Starts on a damaged database, and looks at what became of it. */
async function look(folder: string, start: Start, town: Town): Promise<{ end: string; problems: string[] }> {
  const file = join(folder, 'acct.db')
  const before = bytesOf(file)
  const refusal = await start(folder)
  if (refusal !== undefined) {
    const problems: string[] = []
    if (!/^acct: database '[^\n]+\n\(exit 1\)$/.test(refusal)) problems.push(`it said ${refusal}`)
    if (bytesOf(file) !== before) problems.push('it changed the files')
    return { end: 'refused', problems }
  }
  return judge(file, town)
}

/** What is in a database that a start has taken. */
function judge(file: string, town: Town): { end: string; problems: string[] } {
  try {
    const { problems } = inspectStore({ file })
    const there = observe(file)
    try {
      if (there.totals().accounts === 0) return { end: 'empty', problems }
      if (town.compare(there, () => true).length === 0) return { end: 'whole', problems }
      return { end: town.strange(there) === 0 ? 'past' : 'with parts of writes', problems }
    } finally {
      there.close()
    }
  } catch (error) {
    return { end: 'damaged', problems: [error instanceof Error ? error.message : String(error)] }
  }
}
