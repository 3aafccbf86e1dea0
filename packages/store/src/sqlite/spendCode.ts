import { timingSafeEqual } from 'node:crypto'
import { type CodeFailure, type Consuming, clockTolerance } from '@acct/core'
import { and, count, eq, gt, lte, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { codes, wrongCodes } from './schema.ts'

const { placeholder } = sql

/** The two halves of spending a code. Both belong into the transaction of the effect that the code allows. */
export interface CodeSpending {
  /** Compares the code with the pending one, and counts it if it is wrong. */
  check(consuming: Consuming): { kind: 'right' } | CodeFailure
  /** Uses up the pending code. */
  use(consuming: Consuming): void
}

/** Prepares spending codes. */
export function spendCode(db: BetterSQLite3Database): CodeSpending {
  const thisCode = and(eq(codes.address, placeholder('address')), eq(codes.scope, placeholder('scope')))
  const find = db
    .select({ codeHash: codes.codeHash, wrong: codes.wrong })
    .from(codes)
    .where(and(thisCode, gt(codes.expiresAt, placeholder('now'))))
    .prepare()
  const remove = db.delete(codes).where(thisCode).prepare()
  const countOnCode = db
    .update(codes)
    .set({ wrong: sql`${codes.wrong} + 1` })
    .where(thisCode)
    .prepare()
  const countOnAddress = db
    .insert(wrongCodes)
    .values({ subject: placeholder('subject'), at: placeholder('now') })
    .prepare()
  const countRecent = db
    .select({ wrong: count() })
    .from(wrongCodes)
    .where(
      and(
        eq(wrongCodes.subject, placeholder('subject')),
        gt(wrongCodes.at, placeholder('since')),
        lte(wrongCodes.at, placeholder('until')),
      ),
    )
    .prepare()

  return {
    check: ({ limits, codeHash, ...consuming }) => {
      const { now } = consuming
      const counting = { ...consuming, since: now - limits.span, until: now + clockTolerance }
      const recent = countRecent.get(counting)?.wrong ?? 0
      if (recent >= limits.perAddress) return { kind: 'codeWrong' }
      const pending = find.get({ ...consuming })
      if (pending === undefined) return { kind: 'codeMissing' }
      if (timingSafeEqual(pending.codeHash, codeHash)) return { kind: 'right' }
      countOnAddress.run({ ...consuming })
      if (pending.wrong + 1 < limits.perCode) countOnCode.run({ ...consuming })
      else remove.run({ ...consuming })
      return { kind: 'codeWrong' }
    },
    use: ({ address, scope }) => void remove.run({ address, scope }),
  }
}
