import { readFileSync } from 'node:fs'

/** One step of the schema's history. */
export interface Migration {
  /** `0000_accounts`: the file's name. */
  name: string
  /** When it was written, in milliseconds since 1970: what tells migrations apart and orders them. */
  writtenAt: number
  statements: string[]
}

// Seen from here the folders have the same place in the sources and in the built package.
const folders = {
  sqlite: new URL('../migrations/', import.meta.url),
  postgres: new URL('../migrations-postgres/', import.meta.url),
}

/** The schema's history on an engine as this program knows it, oldest first: what drizzle-kit wrote down. */
export function knownMigrations(engine: keyof typeof folders = 'sqlite'): Migration[] {
  const read = (name: string) => readFileSync(new URL(name, folders[engine]), 'utf8')
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(read('meta/_journal.json'))
  return journal.entries.map(({ tag, when }) => ({
    name: tag,
    writtenAt: when,
    statements: read(`${tag}.sql`).split('--> statement-breakpoint'),
  }))
}
