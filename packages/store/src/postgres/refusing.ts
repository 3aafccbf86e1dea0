import { DatabaseError } from 'pg'
import { StoreRefused } from '../refused.ts'

/** Runs a part of opening a database; whatever the server or the way to it does not allow is `StoreRefused`. */
export async function refusing<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof StoreRefused || !(error instanceof Error)) throw error
    throw new StoreRefused(name, reasonOf(error), { cause: error })
  }
}

function reasonOf(error: Error): string {
  if (error instanceof DatabaseError) return `it cannot be used: ${error.message} (${error.code})`
  // Where several addresses were tried, Node's error has no message of its own.
  const { message } = error instanceof AggregateError ? (error.errors[0] as Error) : error
  return `it cannot be reached: ${message}`
}
