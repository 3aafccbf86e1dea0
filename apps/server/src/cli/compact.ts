import { compactStore } from '@acct/store'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'

export const compactCommand = () =>
  new Command('compact')
    .description(
      'Rewrites the database, so that nothing of deleted accounts stands in its unused bytes. Writing waits meanwhile: ' +
        'about a second for 100,000 accounts.',
    )
    .addOption(jsonOption())
    .action((options: OutputOptions) => {
      const { databaseFile } = readConfig(process.env)
      const { before, after } = compactStore({ file: databaseFile })
      print({ database: databaseFile, bytesBefore: before, bytesAfter: after }, options)
    })
