import { deleteAccount, lockAccount, type Role, roles, setLevel, setPassword, setRole, unlockAccount } from '@acct/core'
import { Argument, Command } from 'commander'
import { createCommand } from './accountCreate.ts'
import { changeAccount, showAccount, whoArgument } from './accountOf.ts'
import { parseLevel } from './level.ts'
import { jsonOption, type OutputOptions } from './output.ts'
import { readPassword } from './password.ts'

export const accountCommand = () =>
  new Command('account')
    .description('Shows, makes and changes accounts. Changes hold at once, for a running server as well.')
    .helpCommand(false)
    .addCommand(showCommand())
    .addCommand(createCommand())
    .addCommand(setRoleCommand())
    .addCommand(setLevelCommand())
    .addCommand(setPasswordCommand())
    .addCommand(plainCommand('lock', 'Locks an account: its sessions end, and it can not log in.', lockAccount))
    .addCommand(plainCommand('unlock', 'Lets a locked account log in again.', unlockAccount))
    .addCommand(plainCommand('delete', 'Deletes an account and everything of it, for good.', deleteAccount))

const showCommand = () =>
  new Command('show')
    .description('Shows an account.')
    .addArgument(whoArgument())
    .addOption(jsonOption())
    .action((who: string, options: OutputOptions) => showAccount(who, options))

const setRoleCommand = () =>
  new Command('set-role')
    .description('Gives an account another role.')
    .addArgument(whoArgument())
    .addArgument(new Argument('<role>').choices(roles))
    .addOption(jsonOption())
    .action((who: string, role: Role, options: OutputOptions) =>
      changeAccount(who, options, (core, accountId) => setRole(core, { accountId, role })),
    )

const setLevelCommand = () =>
  new Command('set-level')
    .description('Gives an account another level.')
    .addArgument(whoArgument())
    .addArgument(new Argument('<level>', '0 to 15').argParser(parseLevel))
    .addOption(jsonOption())
    .action((who: string, level: number, options: OutputOptions) =>
      changeAccount(who, options, (core, accountId) => setLevel(core, { accountId, level })),
    )

const setPasswordCommand = () =>
  new Command('set-password')
    .description('Sets a password, asked for or read from standard input. Ends the sessions of the account.')
    .addArgument(whoArgument())
    .addOption(jsonOption())
    .action((who: string, options: OutputOptions) =>
      changeAccount(who, options, async (core, accountId) =>
        setPassword(core, { accountId, password: await readPassword() }),
      ),
    )

const plainCommand = (name: string, description: string, operation: typeof lockAccount) =>
  new Command(name)
    .description(description)
    .addArgument(whoArgument())
    .addOption(jsonOption())
    .action((who: string, options: OutputOptions) =>
      changeAccount(who, options, (core, accountId) => operation(core, { accountId })),
    )
