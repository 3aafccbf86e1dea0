import type { AuditLine, AuditStore } from '@acct/core'
import { and, desc, eq, getTableColumns, gte, lt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { audit } from './schema.ts'

const { placeholder } = sql

/** The audit log on SQLite. */
export function auditStore({ db, read, write, along }: Connection): AuditStore {
  const insert = db
    .insert(audit)
    .values({
      at: placeholder('at'),
      actor: placeholder('actor'),
      action: placeholder('action'),
      detail: placeholder('detail'),
      outcome: placeholder('outcome'),
      accountId: placeholder('accountId'),
      variant: placeholder('variant'),
      source: placeholder('source'),
      times: placeholder('times'),
    })
    .prepare()
  const add = (lines: readonly AuditLine[]) => {
    for (const line of lines) insert.run({ ...line })
  }
  const { id, ...columns } = getTableColumns(audit)
  const wanted = and(
    gte(audit.at, placeholder('since')),
    sql`coalesce(${placeholder('action')}, ${audit.action}) = ${audit.action}`,
    sql`coalesce(${placeholder('outcome')}, ${audit.outcome}) = ${audit.outcome}`,
    sql`(${placeholder('source')} is null or ${placeholder('source')} = ${audit.source})`,
  )
  const newest = [desc(audit.at), desc(id)] as const
  const list = db
    .select(columns)
    .from(audit)
    .where(wanted)
    .orderBy(...newest)
    .limit(placeholder('limit'))
    .prepare()
  const ofAccount = eq(audit.accountId, placeholder('accountId'))
  const listOfAccount = db
    .select(columns)
    .from(audit)
    .where(and(ofAccount, wanted))
    .orderBy(...newest)
    .limit(placeholder('limit'))
    .prepare()
  const removeOld = db
    .delete(audit)
    .where(lt(audit.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    along: (lines, step) => along((outcome) => add(lines(outcome as never)), step),
    append: (lines) => write(() => add(lines)),
    list: ({ accountId, action = null, outcome = null, source = null, since = 0, limit }) =>
      read(() => {
        const values = { action, outcome, source, since, limit }
        const rows = accountId === undefined ? list.all(values) : listOfAccount.all({ ...values, accountId })
        return rows as AuditLine[]
      }),
    removeOld: (before, limit) => write(() => removeOld.run({ before, limit }).changes),
  }
}
