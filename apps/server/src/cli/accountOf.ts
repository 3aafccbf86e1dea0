import { type Account, type Core, findAccount, formatInstant } from '@acct/core'
import { Argument } from 'commander'
import { type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'
import { withCore } from './withCore.ts'

export const whoArgument = () => new Argument('<who>', 'an account: its id, username, +phone or e-mail')

const atInstant = (at: number | null) => (at === null ? null : formatInstant(at))

/** What operators see of an account. Never its hash. */
const shown = (account: Account) => ({
  ...account,
  birthday: atInstant(account.birthday),
  lockedAt: atInstant(account.lockedAt),
  createdAt: atInstant(account.createdAt),
})

async function accountOf(core: Core, who: string): Promise<Account> {
  const found = await findAccount(core, { who })
  if (found.kind === 'none') throw new Refused(`there is no account '${who}'`)
  return found.account
}

/** Prints the account that `who` names. */
export const showAccount = (who: string, options: OutputOptions) =>
  withCore(async (core) => print(shown(await accountOf(core, who)), options))

/** Does something to the account that `who` names, and says so. */
export const changeAccount = (
  who: string,
  options: OutputOptions,
  change: (core: Core, accountId: number) => Promise<{ kind: 'done' | 'none' | 'passwordRefused' }>,
) =>
  withCore(async (core) => {
    const { id } = await accountOf(core, who)
    const { kind } = await change(core, id)
    if (kind === 'none') throw new Refused(`there is no account '${who}' any more`)
    if (kind === 'passwordRefused') throw new Refused('this password is too common')
    print({ id, done: true }, options)
  })
