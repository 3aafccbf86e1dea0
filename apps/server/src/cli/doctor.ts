import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { inspectStore } from '@acct/store'
import { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'

/** Below this much free disk, writing stops soon; in MiB. */
const leastFreeDisk = 100

export const doctorCommand = () =>
  new Command('doctor')
    .description('Looks over the settings, the data folder and the database, page by page. Changes nothing.')
    .addOption(jsonOption())
    .action((options: OutputOptions) => {
      const config = readConfig(process.env)
      const store = inspectStore({ file: config.databaseFile })
      const { problems, freeDisk } = folderFindings(config)
      problems.unshift(...store.problems)
      if (store.migrations.applied < store.migrations.known) problems.push('migrations are pending: run `acct migrate`')
      print(
        {
          database: store.file,
          size: `${mebibytes(store.bytes)} MiB, ${mebibytes(store.walBytes)} MiB of it not checkpointed`,
          migrations: `${store.migrations.applied} of ${store.migrations.known}`,
          pragmas: Object.entries(store.pragmas)
            .map(([name, value]) => `${name}=${value}`)
            .join(' '),
          ...store.rows,
          freeDisk: `${freeDisk} MiB`,
          problems: problems.length === 0 ? 'none' : problems.join('; '),
        },
        options,
      )
      if (problems.length > 0) throw new Refused(`${problems.length} problem${problems.length > 1 ? 's' : ''} found`)
    })

const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10

/** What is wrong with the place where the data lies. */
function folderFindings({ databaseFile }: Config): { problems: string[]; freeDisk: number } {
  const problems: string[] = []
  const folder = dirname(databaseFile)
  const { bavail, bsize } = statfsSync(folder)
  const freeDisk = Math.floor((bavail * bsize) / 2 ** 20)
  if (freeDisk < leastFreeDisk) problems.push(`only ${freeDisk} MiB of disk are free`)
  if (process.platform !== 'win32' && (statSync(databaseFile).mode & 0o007) !== 0) {
    problems.push('every user of this machine can read the database file')
  }
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    problems.push(`the folder '${folder}' can not be written`)
  }
  return { problems, freeDisk }
}
