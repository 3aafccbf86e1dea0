import { migrateStore } from '@acct/store'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { prepareFolder } from '../dataFolder.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'

export const migrateCommand = () =>
  new Command('migrate')
    .description('Brings the database to the schema of this program, or makes it. (`serve` does so by itself.)')
    .addOption(jsonOption())
    .action((options: OutputOptions) => {
      const config = readConfig(process.env)
      prepareFolder(config.dataDir)
      const { applied } = migrateStore({ file: config.databaseFile })
      print(
        { database: config.databaseFile, applied: applied.length === 0 ? 'nothing to do' : applied.join(', ') },
        options,
      )
    })
