import { readFileSync } from 'node:fs'

/** One step of the schema's history. */
export interface Migration {
  /** `0000_accounts`: the file's name. */
  name: string
  /** When it was written, in milliseconds since 1970: what tells migrations apart and orders them. */
  writtenAt: number
  /**
   * When the migration was written that a program must know to work beside this one: the last of the release before. None
   * in the first release, which nothing came before.
   */
  worksFrom?: number | undefined
  statements: string[]
}

/** The last migrations that a release had. */
type Release = Readonly<Record<Engine | 'commit', string>>
type Engine = keyof typeof folders

// Seen from here the folders have the same place in the sources and in the built package.
const folders = {
  sqlite: new URL('../migrations/', import.meta.url),
  postgres: new URL('../migrations-postgres/', import.meta.url),
}

/** The releases there were, oldest first. What was written since the last one belongs to the next. */
export const knownReleases = (): Release[] =>
  JSON.parse(readFileSync(new URL('../releases.json', import.meta.url), 'utf8'))

/** The schema's history on an engine as this program knows it, oldest first: what drizzle-kit wrote down. */
export function knownMigrations(engine: Engine = 'sqlite'): Migration[] {
  const read = (name: string) => readFileSync(new URL(name, folders[engine]), 'utf8')
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(read('meta/_journal.json'))
  const releases = knownReleases()
  let worksFrom: number | undefined
  return journal.entries.map(({ tag, when }) => {
    const migration: Migration = {
      name: tag,
      writtenAt: when,
      worksFrom,
      statements: read(`${tag}.sql`).split('--> statement-breakpoint'),
    }
    if (releases.some((release) => release[engine] === tag)) worksFrom = when
    return migration
  })
}
