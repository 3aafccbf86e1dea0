import { runCli } from './cli/program.ts'

// `serve` goes on after this; every other command ends the process by itself with this code.
process.exitCode = await runCli(process.argv.slice(2))
