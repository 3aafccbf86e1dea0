import Database from 'better-sqlite3'
import { StoreRefused } from '../refused.ts'

/** Runs a part of opening a database; whatever the file, its folder or its content does not allow is `StoreRefused`. */
export function refusing<T>(file: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw asRefusal(file, error)
  }
}

/** The same for what takes its time. */
export async function asyncRefusing<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw asRefusal(file, error)
  }
}

function asRefusal(file: string, error: unknown): unknown {
  const reason = reasonOf(error)
  return reason === undefined ? error : new StoreRefused(file, reason, { cause: error })
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof Database.SqliteError) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return `it is damaged: ${error.message}`
    if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return 'another program holds it locked'
    return `it cannot be used: ${error.message} (${error.code})`
  }
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return `it cannot be read and written here: ${error.syscall} ${error.code}`
  }
  return undefined
}
