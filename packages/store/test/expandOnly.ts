import type { Migration } from '../src/migrations.ts'

/** What a migration does that programs of the release before would not survive, or have to wait for. */
export interface Forbidden {
  migration: string
  statement: string
  why: string
}

/**
 * Looks for what a release's migrations must not do, since programs of the release before go on beside them: see
 * docs/decisions/0024-rolling-upgrades.md. `migrations` are all of one release: what they make themselves nobody uses yet.
 */
export function forbiddenIn(migrations: readonly Pick<Migration, 'name' | 'statements'>[]): Forbidden[] {
  const made = new Set<string>()
  return migrations.flatMap(({ name, statements }) =>
    statements
      .flatMap((text) => withoutComments(text).split(';'))
      .map((text) => text.replace(/[`"]/g, '').replace(/\s+/g, ' ').trim())
      .filter((statement) => statement !== '')
      .flatMap((statement) => {
        const why = objectionTo(statement, made)
        return why === undefined ? [] : [{ migration: name, statement, why }]
      }),
  )
}

const withoutComments = (text: string) => text.replace(/--.*$/gm, '').replace(/\/\*.*?\*\//gs, '')

function objectionTo(statement: string, made: Set<string>): string | undefined {
  const table = /^create table (?:if not exists )?(\w+) ?\(/i.exec(statement)?.[1]
  if (table !== undefined) {
    made.add(table)
    return objectionToReferences(statement)
  }
  const index = /^create (unique )?index (?:if not exists )?\w+ on (\w+)\b/i.exec(statement)
  if (index !== null) return made.has(index[2] ?? '') ? undefined : objectionToIndex(index[1] !== undefined)
  const altered = /^alter table (\w+) (.*)$/i.exec(statement)
  if (altered === null) return 'only tables, columns and indexes may be added'
  const [, name = '', change = ''] = altered
  if (made.has(name)) return objectionToReferences(change)
  const column = /^add (?:column )?(?!constraint\b)\w+ (.*)$/i.exec(change)?.[1]
  return column === undefined ? 'a table that is in use may only be given columns' : objectionToColumn(column)
}

const objectionToIndex = (unique: boolean) =>
  unique
    ? 'the old program may write what is not unique'
    : 'building it holds up every write of a table in use: tell in a reason how large that may be'

/** A row that the old program removes must be allowed to go. */
function objectionToReferences(text: string): string | undefined {
  const references = [...text.matchAll(/\breferences\b(.*?)(?=\breferences\b|$)/gi)]
  const holds = references.some(([, rest = '']) => !/\bon delete (cascade|set null)\b/i.test(rest))
  return holds ? 'rows that refer to another would keep the old program from removing that' : undefined
}

function objectionToColumn(definition: string): string | undefined {
  const rule = /\b(primary key|unique|references|check|generated|as identity)\b/i.exec(definition)?.[1]
  if (rule !== undefined) return `the old program knows nothing of its '${rule.toLowerCase()}'`
  const standard = /\bdefault (.*?)(?: not null| collate \S+)?$/i.exec(definition)?.[1]
  const isConstant = standard !== undefined && /^(-?\d+(\.\d+)?|'[^']*'|true|false|null)$/i.test(standard)
  if (standard !== undefined && !isConstant) return 'a default that is computed has every row written anew'
  if (/\bnot null\b/i.test(definition) && !isConstant) return 'the old program inserts rows without it'
  return undefined
}
