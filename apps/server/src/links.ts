import type { Links } from '@acct/core'

/** Where our messages send people: pages of the operator's own where they are set, else ours below the public URL. */
export function linksOf(config: { readonly resetUrl: string | undefined }, publicUrl: () => string): Links {
  return {
    resetPassword: (ticket) => {
      const template = config.resetUrl ?? `${publicUrl()}/reset-password?ticket={ticket}`
      return template.replace('{ticket}', encodeURIComponent(ticket))
    },
  }
}
