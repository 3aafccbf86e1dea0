import type { Message, SendResult } from '@acct/core'
import { refused } from '../outcome.ts'

/** What a gateway needs that sends approved templates and no free text. */
interface Templates {
  /** For a message with a code. */
  readonly template: string
  /** For a message with a link. */
  readonly linkTemplate?: string | undefined
  /** For every message with neither; it has no variables. */
  readonly noticeTemplate?: string | undefined
}

/** The template that brings what a message brings, or undefined. */
export function templateFor({ code, link }: Message, templates: Templates): string | undefined {
  if (code !== null) return templates.template
  return link === null ? templates.noticeTemplate : templates.linkTemplate
}

/** What becomes of a message that has no template. */
export const noTemplate = (gateway: string, { link }: Message): SendResult =>
  refused(`${gateway} has no template for messages ${link === null ? 'without a code' : 'with a link'}`)
