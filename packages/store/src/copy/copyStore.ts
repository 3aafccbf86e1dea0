import { StoreRefused } from '../refused.ts'
import { asUnavailable } from '../sqlite/machinery.ts'
import { type Checksum, checksumOf } from './checksum.ts'
import type { Source, Target } from './end.ts'
import { type Progress, unfinishedCopy } from './progress.ts'
import { type CopiedTable, copiedTables } from './tables.ts'

/** Where accounts are kept: `file:<path>` or `postgres://…`. */
export type Place =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** What a copy is doing. */
export interface CopyStep {
  readonly doing: 'copying' | 'verifying'
  readonly table: string
  readonly rows: number
  readonly of: number
}

/** A table on both sides. */
export interface Comparison {
  readonly table: string
  readonly from: Checksum
  readonly to: Checksum
  readonly isEqual: boolean
}

type OnStep = (step: CopyStep) => void

/** See ../copy.ts. */
export async function copyStore({
  from,
  to,
  onFrozen = () => {},
  onStep = () => {},
}: {
  from: Place
  to: Place
  /** Called once the source takes no writes any more. */
  onFrozen?: (name: string) => void
  onStep?: OnStep
}): Promise<Comparison[]> {
  const tables = copiedTables()
  return withEnds(
    await openSource(from),
    () => openTarget(to),
    async (source, target) => {
      if (await source.unfinished()) throw new StoreRefused(source.name, unfinishedCopy)
      const begun = await target.begun(tables)
      if (begun !== undefined && begun !== (await source.frozen())) {
        throw new StoreRefused(
          target.name,
          'it holds a part of another copy, and what that was made of has been written to since: begin with an empty one',
        )
      }
      const freeze = await source.freeze()
      onFrozen(source.name)
      if (begun === undefined) await target.begin(freeze, tables)
      for (const table of tables) await copyTable(source, target, table, onStep)
      const comparisons = await compare(source, target, tables, onStep)
      if (comparisons.every(({ isEqual }) => isEqual)) await target.finish()
      return comparisons
    },
  )
}

/** See ../copy.ts. */
export async function compareStores({
  from,
  to,
  onStep = () => {},
}: {
  from: Place
  to: Place
  onStep?: OnStep
}): Promise<Comparison[]> {
  return withEnds(
    await openSource(from),
    () => openSource(to),
    (source, target) => compare(source, target, copiedTables(), onStep),
  )
}

async function copyTable(source: Source, target: Target, table: CopiedTable, onStep: OnStep): Promise<void> {
  let progress = await target.progress(table)
  if (progress.done) return
  const of = await source.count(table)
  const step = (rows: number) => onStep({ doing: 'copying', table: table.name, rows, of })
  step(progress.rows)
  // While one page is written the next one is read.
  let writing = Promise.resolve()
  for await (const page of source.pages(table, progress.last)) {
    await writing
    step(progress.rows)
    const next: Progress = { rows: progress.rows + page.rows.length, last: page.last, done: false }
    writing = target.add(table, page, progress, next)
    // Awaited above or below; a failure is not unheard meanwhile.
    writing.catch(() => undefined)
    progress = next
  }
  await writing
  step(progress.rows)
  await target.add(table, undefined, progress, { ...progress, done: true })
}

async function compare(
  source: Source,
  target: Source,
  tables: readonly CopiedTable[],
  onStep: OnStep,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const table of tables) {
    const of = await source.count(table)
    const [from, to] = await Promise.all([
      checksumOf(source, table, (rows) => onStep({ doing: 'verifying', table: table.name, rows, of })),
      checksumOf(target, table),
    ])
    comparisons.push({ table: table.name, from, to, isEqual: from.rows === to.rows && from.sha256 === to.sha256 })
  }
  return comparisons
}

async function withEnds<To extends Source, Result>(
  source: Source,
  open: () => Promise<To>,
  work: (source: Source, target: To) => Promise<Result>,
): Promise<Result> {
  try {
    const target = await open()
    try {
      return await work(source, target)
    } finally {
      await target.close()
    }
  } catch (error) {
    throw await told(error)
  } finally {
    await source.close()
  }
}

/** What a machine cannot do now, in a line for its operator; every other error is itself. */
async function told(error: unknown): Promise<unknown> {
  const { unavailable } = await import('../postgres/failures.ts')
  return unavailable(asUnavailable(error))
}

// Each engine is loaded when it is asked for.

async function openSource(place: Place): Promise<Source> {
  if (place.kind === 'postgres') return (await import('./postgres.ts')).openSource(place.url)
  return (await import('./sqlite.ts')).openSource(place.file)
}

async function openTarget(place: Place): Promise<Target> {
  if (place.kind === 'postgres') return (await import('./postgres.ts')).openTarget(place.url)
  return (await import('./sqlite.ts')).openTarget(place.file)
}
