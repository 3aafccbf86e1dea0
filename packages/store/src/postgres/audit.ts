import type { AuditLine, AuditStore } from '@acct/core'
import { and, desc, eq, getTableColumns, gte, lt, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { randomId } from './randomId.ts'
import { audit } from './schema.ts'
import { changes, rows } from './statements.ts'
import { removeSome } from './sweeping.ts'

const { placeholder } = sql

/** The audit log on PostgreSQL. */
export function auditStore({ prepared }: Connection): AuditStore {
  const { read, change, write, along } = prepared(statements)
  return {
    along: (lines, step) => along(({ add }, outcome) => add(lines(outcome as never)), step),
    append: (lines) => write(async ({ add }) => void (await add(lines))),
    list: ({ accountId, action = null, outcome = null, source = null, since = 0, limit }) =>
      read(async ({ list, listOfAccount }) => {
        const values = { action, outcome, source, since, limit }
        const found = accountId === undefined ? await list(values) : await listOfAccount({ ...values, accountId })
        return found as AuditLine[]
      }),
    removeOld: (before, limit) => change(({ removeOld }) => removeOld({ before, limit })),
  }
}

function statements(db: Db) {
  const insert = changes(
    db.insert(audit).values({
      id: placeholder('id'),
      at: placeholder('at'),
      actor: placeholder('actor'),
      action: placeholder('action'),
      detail: placeholder('detail'),
      outcome: placeholder('outcome'),
      accountId: placeholder('accountId'),
      variant: placeholder('variant'),
      source: placeholder('source'),
      times: placeholder('times'),
    }),
  )
  const { id, ...columns } = getTableColumns(audit)
  const given = (name: string) => sql`${placeholder(name)}::text`
  const wanted = and(
    gte(audit.at, placeholder('since')),
    sql`coalesce(${given('action')}, ${audit.action}) = ${audit.action}`,
    sql`coalesce(${given('outcome')}, ${audit.outcome}) = ${audit.outcome}`,
    sql`(${given('source')} is null or ${given('source')} = ${audit.source})`,
  )
  const newest = [desc(audit.at), desc(id)] as const
  const ofAccount = eq(audit.accountId, placeholder('accountId'))
  const limit = placeholder('limit')
  return {
    // All are sent before any is waited for: the commit that they belong to may come right behind them.
    // Lines of one moment are told apart by their ids: those of one step keep its order.
    add: (lines: readonly AuditLine[]) => {
      const ids = lines.map(randomId).sort((a, b) => a - b)
      return Promise.all(lines.map((line, index) => insert({ ...line, id: ids[index] })))
    },
    list: rows(
      db
        .select(columns)
        .from(audit)
        .where(wanted)
        .orderBy(...newest)
        .limit(limit),
    ),
    listOfAccount: rows(
      db
        .select(columns)
        .from(audit)
        .where(and(ofAccount, wanted))
        .orderBy(...newest)
        .limit(limit),
    ),
    removeOld: removeSome(db, { table: audit, key: [audit.id], where: lt(audit.at, placeholder('before')) }),
  }
}
