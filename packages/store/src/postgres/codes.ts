import type { CodeStore } from '@acct/core'
import { lte, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { codes, sendings, wrongCodes } from './schema.ts'
import { sendCode, turnsOfSending } from './sendCode.ts'
import { spendCode, turnOfCode } from './spendCode.ts'
import { removeSome } from './sweeping.ts'

const { placeholder } = sql

/** Codes on PostgreSQL. */
export function codeStore({ prepared }: Connection): CodeStore {
  const { write, change } = prepared(statements)
  return {
    send: (sending) => write(({ send }) => send(sending), { inTurn: turnsOfSending(sending) }),
    check: (consuming) => write(({ check }) => check(consuming), { inTurn: [turnOfCode(consuming)] }),
    removeExpired: (now, limit) => change(({ removeExpired }) => removeExpired({ now, limit })),
    removeOldSendings: (before, limit) => change(({ removeSendings }) => removeSendings({ before, limit })),
    removeOldWrongCodes: (before, limit) => change(({ removeWrong }) => removeWrong({ before, limit })),
  }
}

function statements(db: Db) {
  const before = placeholder('before')
  return {
    send: sendCode(db),
    check: spendCode(db).check,
    removeExpired: removeSome(db, {
      table: codes,
      key: [codes.address, codes.scope],
      where: lte(codes.expiresAt, placeholder('now')),
    }),
    removeSendings: removeSome(db, { table: sendings, key: [sendings.id], where: lte(sendings.at, before) }),
    removeWrong: removeSome(db, { table: wrongCodes, key: [wrongCodes.id], where: lte(wrongCodes.at, before) }),
  }
}
