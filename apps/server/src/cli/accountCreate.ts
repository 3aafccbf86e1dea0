import { createAccount, parseMobile, type Role, roles } from '@acct/core'
import { Command, Option } from 'commander'
import { parseLevel } from './level.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { readPassword } from './password.ts'
import { Refused } from './refused.ts'
import { withCore } from './withCore.ts'

interface CreateOptions extends OutputOptions {
  readonly username?: string
  readonly nickname?: string
  readonly phone?: string
  readonly email?: string
  readonly role?: Role
  readonly level?: number
  /** False with `--no-password`. */
  readonly password: boolean
}

const refusals = {
  identifierMissing: 'an account needs a username, a phone or an e-mail',
  usernameRefused: 'this username is not allowed',
  usernameTaken: 'this username is taken',
  phoneTaken: 'another account has this phone',
  emailRefused: 'this is no e-mail address',
  emailTaken: 'another account has this e-mail',
  passwordRefused: 'this password is too common',
} as const

export const createCommand = () =>
  new Command('create')
    .description('Makes an account. Its password is asked for or read from standard input.')
    .option('--username <name>')
    .option('--nickname <name>')
    .option('--phone <number>', 'a mobile number, counted as verified: 11 mainland digits, or + and country code')
    .option('--email <address>', 'counted as verified')
    .addOption(new Option('--role <role>').choices(roles))
    .addOption(new Option('--level <level>', '0 to 15').argParser(parseLevel))
    .option('--no-password', 'an account without a password')
    .addOption(jsonOption())
    .action(({ phone, password, json, ...details }: CreateOptions) =>
      withCore(async (core) => {
        const mobile = phone === undefined ? undefined : parseMobile(phone, 'mainlandOrE164')
        if (phone !== undefined && mobile === undefined) throw new Refused(`'${phone}' is no mobile number`)
        const created = await createAccount(core, {
          ...details,
          ...(mobile !== undefined && { phone: mobile }),
          ...(password && { password: await readPassword() }),
        })
        if (created.kind !== 'created') throw new Refused(refusals[created.kind])
        print({ id: created.accountId }, json === undefined ? {} : { json })
      }),
    )
