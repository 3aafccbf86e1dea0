import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { countingRows, type RowCounts } from '../inspection.ts'
import { knownMigrations } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { copyDatabase, requireWhole } from './copy.ts'
import { draftOf, removeDraft, removeStaleDrafts, syncPath } from './drafts.ts'
import { requireOurs, withReadOnly } from './examine.ts'
import { isBusy } from './machinery.ts'
import { migrate } from './migrate.ts'
import { isOpenSomewhere } from './openElsewhere.ts'
import { configure } from './pragmas.ts'
import { asyncRefusing } from './refusing.ts'
import { settleRestored } from './settleRestored.ts'

/** How a backup takes the place of a database. */
export interface Restoring {
  from: string
  file: string
  /** Also where accounts are in the place already, or what is there is damaged: it is kept beside it. */
  replaces: boolean
  /** Ends all sessions, those too that were open when the backup was made. */
  endsSessions: boolean
  /** Who does it, for the audit log, and when (milliseconds since 1970). */
  by: string
  at: number
}

/** A backup that is in its place. */
export interface Restored {
  /** Where what was there before is now; null where there was nothing to keep. */
  keptAside: string | null
  rows: RowCounts
}

/**
 * Puts a backup in the place of the database, at this program's schema. The backup is checked page by page first, and left
 * as it is; at every moment the old database is in its place or the new one, whole. Throws `StoreRefused`, also while
 * another program has the database open, and for one with accounts unless `replaces`.
 */
export async function restoreStore(input: Restoring): Promise<Restored> {
  const [from, file] = [resolve(input.from), resolve(input.file)]
  if (from === file) throw new StoreRefused(from, 'it is the database itself')
  if (!existsSync(from)) throw new StoreRefused(from, 'it does not exist')
  const known = knownMigrations()
  const draft = draftOf(file)
  await asyncRefusing(from, async () => requireWhole(from, known))
  return asyncRefusing(file, async () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    removeStaleDrafts(file)
    removeDraft(draft)
    try {
      // Before the work of a copy, and once more when it is ready.
      secure(file, judge(file, input.replaces))()
      await copyDatabase(from, draft)
      const rows = prepare(draft, input)
      requireWhole(draft, known, from)
      syncPath(draft)
      return { keptAside: takePlace(draft, file, input), rows }
    } finally {
      removeDraft(draft)
    }
  })
}

function prepare(draft: string, input: Restoring): RowCounts {
  const client = new Database(draft, { fileMustExist: true })
  try {
    configure(client, draft)
    migrate(client, knownMigrations(), draft)
    client.transaction(() => settleRestored(client, input)).immediate()
    const rows = client.prepare(countingRows).get() as RowCounts
    client.pragma('journal_mode = delete')
    return rows
  } finally {
    client.close()
  }
}

/** What stands in the place of the database: nothing to speak of, accounts, or what can not be read any more. */
type Occupant = 'nothing' | 'accounts' | 'damaged'

/** Looks without writing: what is damaged stays as it is, with its log. Throws `StoreRefused` for what is not to go. */
function judge(file: string, replaces: boolean): Occupant {
  const force = '(--force keeps it aside and restores)'
  if (!existsSync(file)) {
    if (!existsSync(`${file}-wal`)) return 'nothing'
    if (!replaces) throw new StoreRefused(file, `it is missing, but its '-wal' is there ${force}`)
    return 'damaged'
  }
  let accounts: number
  try {
    requireOurs(file)
    accounts = withReadOnly(file, (client) => {
      const [problem] = client.pragma('quick_check(1)') as { quick_check: string }[]
      if (problem?.quick_check !== 'ok') throw new StoreRefused(file, `it is damaged: ${problem?.quick_check}`)
      return client.prepare('select count(*) from accounts').pluck().get() as number
    })
  } catch (error) {
    if (isBusy(error)) throw inUse(file)
    if (!(error instanceof StoreRefused) && !(error instanceof Database.SqliteError)) throw error
    if (!replaces) throw new StoreRefused(file, `it is damaged or another program’s ${force}`, { cause: error })
    return 'damaged'
  }
  if (accounts > 0 && !replaces) throw new StoreRefused(file, `it has ${accounts} accounts ${force}`)
  return accounts > 0 ? 'accounts' : 'nothing'
}

/** Throws `StoreRefused` while somebody has the file open, and keeps them from it, if that can be, until what it returns is called. */
function secure(file: string, occupant: Occupant): () => void {
  if (occupant !== 'damaged') return hold(file)
  // What is damaged SQLite can not lock. A server that runs on it goes on with what it has read before.
  if (isOpenSomewhere([file, `${file}-wal`])) throw inUse(file)
  return () => {}
}

/** Keeps everybody else from opening the database until what it returns is called. */
function hold(file: string): () => void {
  if (!existsSync(file)) return () => {}
  const client = new Database(file, { fileMustExist: true })
  try {
    client.pragma('busy_timeout = 1000')
    // Writes the log into the file and leaves WAL mode, which only who is alone with the file can do: a server that runs
    // has it open all the time.
    client.pragma('journal_mode = delete')
    client.exec('begin exclusive')
    return () => void client.close()
  } catch (error) {
    client.close()
    throw isBusy(error) ? inUse(file) : error
  }
}

const inUse = (file: string) => new StoreRefused(file, 'another program has it open: stop the server first')

function takePlace(draft: string, file: string, { replaces, at }: Restoring): string | null {
  const occupant = judge(file, replaces)
  const free = secure(file, occupant)
  try {
    const aside = `${file}.before-restore-${at}`
    if (occupant !== 'nothing') keepAside(file, aside)
    renameSync(draft, file)
    syncPath(dirname(file))
    return occupant === 'nothing' ? null : aside
  } finally {
    free()
  }
}

/** Under another name beside its own: its place is never empty. A log that nobody could write into it goes with it. */
function keepAside(file: string, aside: string): void {
  if (existsSync(file)) linkSync(file, aside)
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`)
  rmSync(`${file}-shm`, { force: true })
  syncPath(dirname(file))
}
