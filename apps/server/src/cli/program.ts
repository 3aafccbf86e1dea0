import { Command, CommanderError } from 'commander'
import { accountCommand } from './account.ts'
import { auditCommand } from './audit.ts'
import { backupCommand } from './backup.ts'
import { compactCommand } from './compact.ts'
import { doctorCommand } from './doctor.ts'
import { isForOperator } from './forOperator.ts'
import { migrateCommand } from './migrate.ts'
import { picturesCommand } from './pictures.ts'
import { restoreCommand } from './restore.ts'
import { serveCommand } from './serve.ts'
import { storeCommand } from './store.ts'

/** Exit codes of every command. */
const done = 0
const refused = 1
const usage = 2

/** The `acct` command. */
function program(): Command {
  return new Command('acct')
    .description('Runs and looks after the account service.')
    .helpCommand(false)
    .addCommand(serveCommand())
    .addCommand(migrateCommand())
    .addCommand(accountCommand())
    .addCommand(auditCommand())
    .addCommand(doctorCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(compactCommand())
    .addCommand(picturesCommand())
    .addCommand(storeCommand())
}

/** Makes a command and all below it throw instead of ending the process, so that the exit code is decided here. */
function throwing(command: Command): Command {
  command.exitOverride()
  for (const child of command.commands) throwing(child)
  return command
}

/** Runs one command line. Returns the exit code; what went wrong is one line on stderr. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    await throwing(program()).parseAsync([...args], { from: 'user' })
    return Number(process.exitCode ?? done)
  } catch (error) {
    // Commander has already said what is wrong with the words; asking for help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? done : usage
    if (!isForOperator(error)) throw error
    process.stderr.write(`acct: ${error.message}\n`)
    return refused
  }
}
