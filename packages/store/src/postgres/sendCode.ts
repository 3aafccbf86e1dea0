import { type CodeStore, clockTolerance, type Limit, type Sending } from '@acct/core'
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { insertMessage } from './insertMessage.ts'
import { randomId } from './randomId.ts'
import { codes, sendings } from './schema.ts'
import { changes, first } from './statements.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

type Step = CodeStore['send']

/**
 * Prepares the step that replaces a pending code and leaves the message, within the sending limits. It belongs into a step
 * in turn with `turnsOfSending`.
 */
export function sendCode(db: Db) {
  // The sending that a limit counts down to: while it is recent, as many as the limit allows are.
  const last = (column: typeof sendings.subject | typeof sendings.source) =>
    first(
      db
        .select({ at: sendings.at })
        .from(sendings)
        .where(and(eq(column, placeholder('key')), lte(sendings.at, placeholder('until'))))
        .orderBy(desc(sendings.at))
        .limit(1)
        .offset(placeholder('offset')),
    )
  const [lastToAddress, lastFromSource] = [last(sendings.subject), last(sendings.source)]
  const count = changes(
    db.insert(sendings).values({
      id: placeholder('id'),
      subject: placeholder('subject'),
      source: placeholder('source'),
      at: placeholder('now'),
    }),
  )
  const replace = changes(
    db
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
      }),
  )
  const leave = insertMessage(db)

  return async ({ message, limits, ...sending }: Parameters<Step>[0]): ReturnType<Step> => {
    let open = Number.NEGATIVE_INFINITY
    const until = sending.now + clockTolerance
    const wait = async (query: typeof lastToAddress, key: string, all: Limit[]) => {
      for (const { most, span } of all) {
        const at = (await query({ key, offset: most - 1, until }))?.at
        if (at !== undefined) open = Math.max(open, at + span)
      }
    }
    await wait(lastToAddress, sending.subject, limits.perAddress)
    await wait(lastFromSource, sending.source, limits.perSource)
    if (open > sending.now) return { kind: 'tooSoon', until: open }
    await count({ ...sending, id: randomId() })
    await replace(sending)
    await leave(message)
    return { kind: 'sent' }
  }
}

/** What a code must be sent in turn with. */
export function turnsOfSending({ subject, source }: Sending): string[] {
  return [turnOf.codes(subject), turnOf.sendings(source)]
}
