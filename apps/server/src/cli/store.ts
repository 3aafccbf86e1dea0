import { type Comparison, type CopyStep, compareStores, copyStore, thawStore } from '@acct/store'
import { Command, Option } from 'commander'
import { readConfig } from '../config.ts'
import { type DatabaseConfig, databaseOf, shownDatabase } from '../database.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'

export const storeCommand = () =>
  new Command('store')
    .description('Moves everything that is kept to another database, on either engine.')
    .addCommand(copyCommand())
    .addCommand(thawCommand())

/** Which database, as ACCT_DATABASE_URL says it. */
const databaseOption = (flag: string, description: string) =>
  new Option(`${flag} <url>`, `${description}: file:<path> or postgres://user:password@host/database`)

interface CopyOptions extends OutputOptions {
  readonly from?: string
  readonly to: string
  readonly verify?: boolean
}

const copyCommand = () =>
  new Command('copy')
    .description(
      'Copies everything into an empty database and compares the two, table by table. From its beginning on the source is ' +
        'frozen: its servers read, and answer every write with “unavailable”. It stays frozen, so that nothing is written ' +
        'between the copy and the switch: set ACCT_DATABASE_URL to the copy and restart, or give up with `acct store thaw`. ' +
        'Cut off, the same command goes on where it was. Pictures outside the database: see `acct pictures copy`.',
    )
    .addOption(databaseOption('--from', 'what is copied, by default the database of the settings'))
    .addOption(databaseOption('--to', 'the copy').makeOptionMandatory())
    .option('--verify', 'only compare the two, and freeze and copy nothing')
    .addOption(jsonOption())
    .action(async ({ from, to, verify = false, ...options }: CopyOptions) => {
      const [source, target] = [databaseFor('--from', from), databaseFor('--to', to)]
      if (shownDatabase(source) === shownDatabase(target)) throw new Refused('--from and --to are the same database')
      const onStep = progressOn(process.stderr)
      const onFrozen = (name: string) =>
        process.stderr.write(`'${name}' takes no writes from now on; to give up: acct store thaw\n`)
      const comparisons = await (verify
        ? compareStores({ from: source, to: target, onStep })
        : copyStore({ from: source, to: target, onFrozen, onStep }))
      printComparisons(comparisons, options)
      const different = comparisons.filter(({ isEqual }) => !isEqual)
      if (different.length > 0) throw new Refused(`the two differ in ${different.map(({ table }) => table).join(', ')}`)
      if (!verify) process.stderr.write(`the copy is complete: set ACCT_DATABASE_URL to it and restart\n`)
    })

const thawCommand = () =>
  new Command('thaw')
    .description('Gives a copy up: the database takes writes again that `acct store copy` has frozen.')
    .addOption(databaseOption('--from', 'what was copied, by default the database of the settings'))
    .addOption(jsonOption())
    .action(async ({ from, ...options }: OutputOptions & { from?: string }) => {
      const database = databaseFor('--from', from)
      const wasFrozen = await thawStore(database)
      print({ database: shownDatabase(database), state: wasFrozen ? 'takes writes again' : 'was not frozen' }, options)
    })

function databaseFor(flag: string, url: string | undefined): DatabaseConfig {
  const { dataDir, database } = readConfig(process.env)
  return url === undefined ? database : databaseOf(url, dataDir, flag)
}

function printComparisons(comparisons: readonly Comparison[], { json = false }: OutputOptions): void {
  const shown = Object.fromEntries(
    comparisons.map(({ table, from, to, isEqual }) => [
      table,
      isEqual ? `${from.rows} rows, ${from.sha256}` : `DIFFERENT: ${from.rows} rows and ${to.rows}`,
    ]),
  )
  print(json ? { tables: comparisons } : shown, { json })
}

/** Milliseconds between two lines about one table. */
const interval = 2000

/** Says how far each table is: at its end, and now and then before. */
function progressOn(stream: NodeJS.WritableStream): (step: CopyStep) => void {
  let said = 0
  return ({ doing, table, rows, of }) => {
    const now = performance.now()
    if (rows < of && now - said < interval) return
    said = now
    const percent = of === 0 ? 100 : Math.floor((rows / of) * 100)
    stream.write(`${doing} ${table}: ${rows} of ${of} rows (${percent}%)\n`)
  }
}
