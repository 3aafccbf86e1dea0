import type { Core } from '@acct/core'

/** What was sent to an address (E.164 or e-mail), newest first. */
export const messagesTo = (core: Core, to: string) => core.stores.messages.list({ to, limit: 100 })

/** The newest code that was sent to an address. */
export async function codeFor(core: Core, to: string): Promise<string> {
  const [newest] = (await messagesTo(core, to)).filter(({ code }) => code !== null)
  if (newest?.code === null || newest === undefined) throw new Error('no code was sent to this address')
  return newest.code
}

/** A code that is well-formed and not this one. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000')
