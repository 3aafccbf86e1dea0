import { type CodeStore, clockTolerance, type Limit } from '@acct/core'
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { insertMessage } from './insertMessage.ts'
import { codes, sendings } from './schema.ts'

const { placeholder } = sql

type Step = CodeStore['send']

/** Prepares the step that replaces a pending code and leaves the message, within the sending limits. */
export function sendCode(db: BetterSQLite3Database) {
  // The sending that a limit counts down to: while it is recent, as many as the limit allows are.
  const last = (column: typeof sendings.subject | typeof sendings.source) =>
    db
      .select({ at: sendings.at })
      .from(sendings)
      .where(and(eq(column, placeholder('key')), lte(sendings.at, placeholder('until'))))
      .orderBy(desc(sendings.at))
      .limit(1)
      .offset(placeholder('offset'))
      .prepare()
  const [lastToAddress, lastFromSource] = [last(sendings.subject), last(sendings.source)]
  const count = db
    .insert(sendings)
    .values({ subject: placeholder('subject'), source: placeholder('source'), at: placeholder('now') })
    .prepare()
  const replace = db
    .insert(codes)
    .values({
      address: placeholder('address'),
      scope: placeholder('scope'),
      codeHash: placeholder('codeHash'),
      expiresAt: placeholder('expiresAt'),
    })
    .onConflictDoUpdate({
      target: [codes.address, codes.scope],
      set: { codeHash: sql`excluded.code_hash`, expiresAt: sql`excluded.expires_at`, wrong: 0 },
    })
    .prepare()
  const leave = insertMessage(db)

  return ({ message, limits, ...sending }: Parameters<Step>[0]): Awaited<ReturnType<Step>> => {
    const until = (query: typeof lastToAddress, key: string) => (limit: Limit) =>
      (query.get({ key, offset: limit.most - 1, until: sending.now + clockTolerance })?.at ??
        Number.NEGATIVE_INFINITY) + limit.span
    const open = Math.max(
      Number.NEGATIVE_INFINITY,
      ...limits.perAddress.map(until(lastToAddress, sending.subject)),
      ...limits.perSource.map(until(lastFromSource, sending.source)),
    )
    if (open > sending.now) return { kind: 'tooSoon', until: open }
    count.run(sending)
    replace.run(sending)
    leave(message)
    return { kind: 'sent' }
  }
}
