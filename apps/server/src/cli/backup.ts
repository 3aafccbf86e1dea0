import { mkdirSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { avatarFile } from '@acct/core'
import { type Backup, backupStore } from '@acct/store'
import { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { copyNewFiles, copyPrivately } from '../filesCopy.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'

interface BackupOptions extends OutputOptions {
  readonly files?: string
  readonly force?: boolean
}

export const backupCommand = () =>
  new Command('backup')
    .description(
      'Copies the SQLite database of a running server, or of none, into a file: as it is at one moment, checked page by ' +
        'page before it says done. Accounts are all in it; pictures and the secret are files beside the database.',
    )
    .argument('<file>', 'where to; nothing there is replaced')
    .option('--files <folder>', 'also copies pictures, and the secret unless ACCT_SECRET is set, into this folder')
    .option('--force', 'replaces the file, and adds to a folder that is not empty')
    .addOption(jsonOption())
    .action(async (file: string, { files, force = false, json }: BackupOptions) => {
      const config = readConfig(process.env)
      const { database } = config
      if (database.kind === 'postgres') {
        throw new Refused(
          `PostgreSQL makes its own backups: pg_dump --format=custom --file=${file} "$ACCT_DATABASE_URL", ` +
            'and pg_restore reads them; copy the data folder, too',
        )
      }
      const folder = files === undefined ? undefined : prepareFolder(resolve(files), force)
      // Before the database, and after it: what it speaks of was there when it was copied.
      if (folder !== undefined) copyNewFiles(config.filesDir, resolve(folder, 'files'))
      const backup = await backupStore({ file: database.file, to: file, replaces: force })
      const copied = folder === undefined ? {} : copyFiles(config, folder, backup)
      const { accounts, sessions } = backup.rows
      print(
        { file: backup.file, bytes: backup.bytes, accounts, sessions, check: 'ok', ...copied },
        json === undefined ? {} : { json },
      )
    })

function prepareFolder(folder: string, force: boolean): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!force && readdirSync(folder).length > 0) throw new Refused(`'${folder}' is not empty (--force adds to it)`)
    return folder
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`the folder '${folder}' can not be written (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** What a backup has beside the database, and how many of the pictures that it speaks of are nowhere. */
function copyFiles(config: Config, folder: string, { pictures }: Backup) {
  const to = resolve(folder, 'files')
  copyNewFiles(config.filesDir, to)
  const there = new Set(readdirSync(to))
  const wanted = pictures.flatMap((name) => [avatarFile(name, 'small'), avatarFile(name, 'large')])
  const missing = wanted.filter((name) => !there.has(name)).length
  const secret =
    config.secret === undefined && copyPrivately(resolve(config.dataDir, 'secret'), resolve(folder, 'secret'))
  return { pictures: there.size, picturesMissing: missing, secret: secret ? 'copied' : 'none' }
}
