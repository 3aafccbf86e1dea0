import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { restoreStore } from '@acct/store'
import { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { prepareFolder } from '../dataFolder.ts'
import { copyNewFiles, copyPrivately } from '../filesCopy.ts'
import { systemClock } from '../machine.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'
import { systemUser } from './withCore.ts'

interface RestoreOptions extends OutputOptions {
  readonly files?: string
  readonly force?: boolean
  readonly endSessions?: boolean
}

export const restoreCommand = () =>
  new Command('restore')
    .description(
      'Puts a backup in the place of the SQLite database; the server must be stopped. All is then as it was: sessions ' +
        'that were ended since are open again, passwords that were changed since hold again, and who was deleted since is back.',
    )
    .argument('<file>', 'a backup; it is checked page by page first, and stays as it is')
    .option(
      '--files <folder>',
      'also brings back the pictures, and the secret, that `acct backup --files` copied there',
    )
    .option('--end-sessions', 'ends all sessions: everybody has to log in again')
    .option('--force', 'also over accounts; the database that was there is kept beside it')
    .addOption(jsonOption())
    .action(async (file: string, { files, force = false, endSessions = false, json }: RestoreOptions) => {
      const config = readConfig(process.env)
      const { database } = config
      if (database.kind === 'postgres') {
        throw new Refused(
          `PostgreSQL restores its own backups: pg_restore --clean --if-exists --dbname="$ACCT_DATABASE_URL" ${file}`,
        )
      }
      prepareFolder(config.dataDir)
      const folder = files === undefined ? undefined : resolve(files)
      if (folder !== undefined) requireFiles(config, folder)
      // Pictures first: no account is shown that lacks its own.
      if (folder !== undefined) bringFiles(config, folder)
      const restored = await restoreStore({
        from: file,
        file: database.file,
        replaces: force,
        endsSessions: endSessions,
        by: systemUser(),
        at: systemClock.now(),
      })
      const { accounts, sessions } = restored.rows
      print(
        {
          database: database.file,
          accounts,
          sessions: endSessions ? 'all ended' : `${sessions}, those that were ended since the backup included`,
          keptAside: restored.keptAside ?? 'nothing',
        },
        json === undefined ? {} : { json },
      )
    })

/** Another secret would make what is kept under the present one worthless: that is not done in passing. */
function requireFiles({ secret, dataDir }: Config, folder: string): void {
  if (!existsSync(resolve(folder, 'files')))
    throw new Refused(`'${folder}' is no folder that \`acct backup --files\` made`)
  const [from, to] = [resolve(folder, 'secret'), resolve(dataDir, 'secret')]
  if (secret !== undefined || !existsSync(from) || !existsSync(to) || readFileSync(from).equals(readFileSync(to)))
    return
  throw new Refused(`the secret in '${to}' is another one than the backup's: move it away first`)
}

function bringFiles({ secret, dataDir, filesDir }: Config, folder: string): void {
  copyNewFiles(resolve(folder, 'files'), filesDir)
  if (secret === undefined) copyPrivately(resolve(folder, 'secret'), resolve(dataDir, 'secret'))
}
