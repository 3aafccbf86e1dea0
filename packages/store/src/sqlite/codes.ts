import type { CodeStore } from '@acct/core'
import { lte, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { codes, sendings, wrongCodes } from './schema.ts'
import { sendCode } from './sendCode.ts'
import { spendCode } from './spendCode.ts'

const { placeholder } = sql

/** Codes on SQLite. */
export function codeStore({ db, write }: Connection): CodeStore {
  const send = sendCode(db)
  const { check } = spendCode(db)
  const removeExpired = db
    .delete(codes)
    .where(lte(codes.expiresAt, placeholder('now')))
    .limit(placeholder('limit'))
    .prepare()
  const removeSendings = db
    .delete(sendings)
    .where(lte(sendings.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()
  const removeWrong = db
    .delete(wrongCodes)
    .where(lte(wrongCodes.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    send: (sending) => write(() => send(sending)),
    check: (consuming) => write(() => check(consuming)),
    removeExpired: (now, limit) => write(() => removeExpired.run({ now, limit }).changes),
    removeOldSendings: (before, limit) => write(() => removeSendings.run({ before, limit }).changes),
    removeOldWrongCodes: (before, limit) => write(() => removeWrong.run({ before, limit }).changes),
  }
}
