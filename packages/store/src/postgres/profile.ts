import type { ProfileStore } from '@acct/core'
import { and, eq, exists, lt, sql } from 'drizzle-orm'
import { changeAddress } from './changeAddress.ts'
import { claimAddresses } from './claimAddresses.ts'
import type { Connection, Db } from './connection.ts'
import { turnsOfClaims } from './keepClaims.ts'
import { lockAccount, sessionKey, thisSession } from './live.ts'
import { ownProfile } from './ownProfile.ts'
import { privacySteps } from './privacy.ts'
import type { ReadAlong } from './readAlong.ts'
import { turnsOfChange } from './replaceAddress.ts'
import { accounts, phoneChanges, sessions } from './schema.ts'
import { changes } from './statements.ts'
import { removeSome } from './sweeping.ts'
import { updateProfile } from './updateProfile.ts'
import { findPage, viewProfile } from './viewProfile.ts'

const { placeholder } = sql

// A refusal takes back what was written before it, but for wrong codes that were counted.
const holds = ({ kind }: { kind: string }) => kind === 'updated' || kind === 'changed' || kind === 'codeWrong'

/** Profiles on PostgreSQL. */
export function profileStore({ prepared }: Connection, along: ReadAlong): ProfileStore {
  const { read, readAll, change, write } = prepared(statements)
  return {
    readOwn: async (session) => along.of(session) ?? read(({ readOwn }) => readOwn(session)),
    find: (accountId) => read(({ find }) => find(accountId)),
    view: (session, how) => readAll(({ view }) => view(session, how)),
    update: (session, changes) =>
      write(({ update }) => update(session, changes), { inTurn: turnsOfClaims(changes.claims), holds }),
    setSignature: (session, signature) =>
      write(async ({ lock, setSignature }) => {
        await lock(session.accountId)
        return (await setSignature({ ...sessionKey(session), signature })) === 1 ? 'set' : 'sessionOver'
      }),
    readPrivacy: (session) => read(({ privacy }) => privacy.read(session)),
    setPrivacy: (session, to) => write(({ privacy }) => privacy.set(session, to)),
    claim: (session, claims) => write(({ claim }) => claim(session, claims), { inTurn: turnsOfClaims(claims) }),
    changeAddress: (session, to) => write((steps) => steps.change(session, to), { inTurn: turnsOfChange(to), holds }),
    updateWithAddress: (session, changes, to) =>
      write(({ updateWithAddress }) => updateWithAddress(session, changes, to), { inTurn: turnsOfChange(to), holds }),
    removeOldPhoneChanges: (before, limit) =>
      change(({ removeOldPhoneChanges }) => removeOldPhoneChanges({ before, limit })),
  }
}

function statements(db: Db) {
  const isOpen = exists(db.select({ id: sessions.id }).from(sessions).where(thisSession))
  return {
    lock: lockAccount(db),
    readOwn: ownProfile(db),
    find: findPage(db),
    view: viewProfile(db),
    update: updateProfile(db),
    setSignature: changes(
      db
        .update(accounts)
        .set({ signature: sql`${placeholder('signature')}` })
        .where(and(eq(accounts.id, placeholder('accountId')), isOpen)),
    ),
    privacy: privacySteps(db),
    claim: claimAddresses(db),
    ...changeAddress(db),
    removeOldPhoneChanges: removeSome(db, {
      table: phoneChanges,
      key: [phoneChanges.id],
      where: lt(phoneChanges.at, placeholder('before')),
    }),
  }
}
