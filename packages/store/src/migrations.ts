import { readFileSync } from 'node:fs'

/** One step of the schema's history. */
export interface Migration {
  /** `0000_accounts`: the file's name. */
  name: string
  /** When it was written, in milliseconds since 1970: what tells migrations apart and orders them. */
  writtenAt: number
  statements: string[]
}

// Seen from here the folder has the same place in the sources and in the built package.
const folder = new URL('../migrations/', import.meta.url)

/** The schema's history as this program knows it, oldest first: what drizzle-kit wrote down. */
export function knownMigrations(): Migration[] {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(read('meta/_journal.json'))
  return journal.entries.map(({ tag, when }) => ({
    name: tag,
    writtenAt: when,
    statements: read(`${tag}.sql`).split('--> statement-breakpoint'),
  }))
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
