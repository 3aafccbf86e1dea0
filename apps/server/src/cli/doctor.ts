import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Inspection, inspectPostgres, inspectStore, type PostgresInspection } from '@acct/store'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import type { DatabaseConfig } from '../database.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'

/** Below this much free disk, writing stops soon; in MiB. */
const leastFreeDisk = 100

export const doctorCommand = () =>
  new Command('doctor')
    .description(
      'Looks over the settings, the data folder and the database: a SQLite file page by page, on PostgreSQL what the ' +
        'server knows of it. Changes nothing.',
    )
    .addOption(jsonOption())
    .action(async (options: OutputOptions) => {
      const { dataDir, database } = readConfig(process.env)
      const { shown, problems } = await look(database)
      const { freeDisk, ...folder } = folderFindings(database.kind === 'file' ? dirname(database.file) : dataDir)
      problems.push(...folder.problems)
      print({ ...shown, freeDisk, problems: problems.length === 0 ? 'none' : problems.join('; ') }, options)
      if (problems.length > 0) throw new Refused(`${problems.length} problem${problems.length > 1 ? 's' : ''} found`)
    })

/** What is shown of a database, and what is wrong with it. */
interface Findings {
  shown: Record<string, string | number>
  problems: string[]
}

async function look(database: DatabaseConfig): Promise<Findings> {
  if (database.kind === 'postgres') {
    const store = await inspectPostgres(database)
    const { name, server, bytes } = store
    return findings(store, { database: name, server, size: `${mebibytes(bytes)} MiB` })
  }
  const store = inspectStore(database)
  const { file, bytes, walBytes, pragmas } = store
  const found = findings(
    store,
    { database: file, size: `${mebibytes(bytes)} MiB, ${mebibytes(walBytes)} MiB of it not checkpointed` },
    {
      pragmas: Object.entries(pragmas)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    },
  )
  if (process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0) {
    found.problems.push('every user of this machine can read the database file')
  }
  return found
}

function findings(
  { migrations, problems, rows }: Inspection | PostgresInspection,
  before: Findings['shown'],
  after: Findings['shown'] = {},
): Findings {
  const { applied, known, newer } = migrations
  const beside = newer > 0 ? `, and ${newer} of a newer version, beside which this one works` : ''
  const pending = applied < known ? ['migrations are pending: run `acct migrate`'] : []
  return {
    shown: { ...before, migrations: `${applied} of ${known}${beside}`, ...after, ...rows },
    problems: [...problems, ...pending],
  }
}

const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10

/** What is wrong with the folder where the data lies. */
function folderFindings(folder: string): { problems: string[]; freeDisk: string } {
  if (!existsSync(folder)) return { problems: [`the folder '${folder}' does not exist`], freeDisk: 'unknown' }
  const problems: string[] = []
  const { bavail, bsize } = statfsSync(folder)
  const freeDisk = Math.floor((bavail * bsize) / 2 ** 20)
  if (freeDisk < leastFreeDisk) problems.push(`only ${freeDisk} MiB of disk are free`)
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    problems.push(`the folder '${folder}' can not be written`)
  }
  return { problems, freeDisk: `${freeDisk} MiB` }
}
