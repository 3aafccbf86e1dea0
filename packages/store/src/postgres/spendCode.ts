import { timingSafeEqual } from 'node:crypto'
import { type CodeFailure, type Consuming, clockTolerance } from '@acct/core'
import { and, count, eq, gt, lte, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { randomId } from './randomId.ts'
import { codes, wrongCodes } from './schema.ts'
import { changes, first } from './statements.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

/**
 * The two halves of spending a code. Both belong into the transaction of the effect that the code allows, in turn with
 * `turnOfCode`, so that tries for one address go one after another.
 */
export interface CodeSpending {
  /** Compares the code with the pending one, and counts it if it is wrong. A right one stays until the transaction ends. */
  check(consuming: Consuming): Promise<{ kind: 'right' } | CodeFailure>
  /** Uses up the pending code. */
  use(consuming: Consuming): Promise<void>
}

/** Prepares spending codes. */
export function spendCode(db: Db): CodeSpending {
  const thisCode = and(eq(codes.address, placeholder('address')), eq(codes.scope, placeholder('scope')))
  const find = first(
    db
      .select({ codeHash: codes.codeHash, wrong: codes.wrong })
      .from(codes)
      .where(and(thisCode, gt(codes.expiresAt, placeholder('now'))))
      .for('update'),
  )
  const remove = changes(db.delete(codes).where(thisCode))
  const countOnCode = changes(
    db
      .update(codes)
      .set({ wrong: sql`${codes.wrong} + 1` })
      .where(thisCode),
  )
  const countOnAddress = changes(
    db.insert(wrongCodes).values({ id: placeholder('id'), subject: placeholder('subject'), at: placeholder('now') }),
  )
  const countRecent = first(
    db
      .select({ wrong: count() })
      .from(wrongCodes)
      .where(
        and(
          eq(wrongCodes.subject, placeholder('subject')),
          gt(wrongCodes.at, placeholder('since')),
          lte(wrongCodes.at, placeholder('until')),
        ),
      ),
  )

  return {
    check: async ({ limits, codeHash, ...consuming }) => {
      const { now } = consuming
      const counting = { ...consuming, since: now - limits.span, until: now + clockTolerance }
      const recent = (await countRecent(counting))?.wrong ?? 0
      if (recent >= limits.perAddress) return { kind: 'codeWrong' }
      const pending = await find({ ...consuming })
      if (pending === undefined) return { kind: 'codeMissing' }
      if (timingSafeEqual(pending.codeHash, codeHash)) return { kind: 'right' }
      await countOnAddress({ ...consuming, id: randomId() })
      if (pending.wrong + 1 < limits.perCode) await countOnCode({ ...consuming })
      else await remove({ ...consuming })
      return { kind: 'codeWrong' }
    },
    use: async ({ address, scope }) => void (await remove({ address, scope })),
  }
}

/** What a code must be spent in turn with. */
export function turnOfCode({ subject }: Consuming): string {
  return turnOf.codes(subject)
}
