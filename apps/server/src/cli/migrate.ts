import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { migrateDatabase, shownDatabase } from '../database.ts'
import { prepareFolder } from '../dataFolder.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'

export const migrateCommand = () =>
  new Command('migrate')
    .description('Brings the database to the schema of this program, or makes it. (`serve` does so by itself.)')
    .addOption(jsonOption())
    .action(async (options: OutputOptions) => {
      const { dataDir, database } = readConfig(process.env)
      prepareFolder(dataDir)
      const { applied } = await migrateDatabase(database)
      print(
        { database: shownDatabase(database), applied: applied.length === 0 ? 'nothing to do' : applied.join(', ') },
        options,
      )
    })
