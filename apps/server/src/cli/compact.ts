import { compactStore } from '@acct/store'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'

export const compactCommand = () =>
  new Command('compact')
    .description(
      'Rewrites the database, so that nothing of deleted accounts stands in its unused bytes. Writing waits meanwhile: ' +
        'about a second for 100,000 accounts. For SQLite; PostgreSQL’s autovacuum needs no command.',
    )
    .addOption(jsonOption())
    .action((options: OutputOptions) => {
      const { database } = readConfig(process.env)
      if (database.kind === 'postgres') {
        throw new Refused('there is nothing to compact: the autovacuum of PostgreSQL clears what deleted rows leave')
      }
      const { before, after } = compactStore(database)
      print({ database: database.file, bytesBefore: before, bytesAfter: after }, options)
    })
